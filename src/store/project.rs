//! What a project says about itself.

use super::key::{self, Keyed};
use super::{Database, Error};
use crate::domain::{ProjectInfo, Timestamp};
use rusqlite::params;

impl Database {
    /// Writes the facts of a new project.
    pub fn add_project(&self, project: &ProjectInfo, created: Timestamp) -> Result<(), Error> {
        self.conn.execute(
            "INSERT INTO project (id, title, school, researcher, student_number, supervisor, citation, language, created)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                project.id.key(),
                project.title,
                project.school,
                project.researcher,
                project.student_number,
                project.supervisor,
                project.citation,
                project.language.key(),
                created.millis(),
            ],
        )?;
        Ok(())
    }

    /// Writes the facts of the project anew; id and time of making stay.
    ///
    /// # Errors
    /// The file refuses.
    pub fn set_project(&self, project: &ProjectInfo) -> Result<(), Error> {
        self.conn.execute(
            "UPDATE project SET title = ?, school = ?, researcher = ?, student_number = ?, supervisor = ?, citation = ?,
             language = ? WHERE id = ?",
            params![
                project.title,
                project.school,
                project.researcher,
                project.student_number,
                project.supervisor,
                project.citation,
                project.language.key(),
                project.id.key(),
            ],
        )?;
        Ok(())
    }

    /// The facts of the project.
    pub fn project(&self) -> Result<ProjectInfo, Error> {
        let revision = self.step_count()?;
        let mut statement = self.conn.prepare_cached("SELECT * FROM project")?;
        Ok(statement.query_row([], |row| {
            Ok(ProjectInfo {
                id: key::id(row, "id")?,
                revision,
                title: row.get("title")?,
                school: row.get("school")?,
                researcher: row.get("researcher")?,
                student_number: row.get("student_number")?,
                supervisor: row.get("supervisor")?,
                citation: row.get("citation")?,
                language: key::word(row, "language")?,
            })
        })?)
    }
}
