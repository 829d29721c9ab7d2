//! The window. Places see a read-only view of the project and leave their wishes in a queue; nothing in
//! here waits for a disk.

pub mod coding;
pub mod command;
pub mod commands;
pub mod compare;
pub mod fault;
pub mod fonts;
pub mod icons;
pub mod place;
pub mod report;
pub mod settings;
pub mod theme;
pub mod transcript;
pub mod view;
pub mod widgets;

#[cfg(test)]
mod picture;
