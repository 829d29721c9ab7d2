//! The project file: the only room with SQL.
