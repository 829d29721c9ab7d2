//! A change that a form has sent off: the form stays until it has landed, and says why where it was refused.

use crate::app::commands::{Commands, Request};
use crate::domain::{Message, Say};
use crate::project::{Error, Landed, Project};
use std::sync::{Arc, Mutex};

/// What became of it; nothing while it is on its way.
type Outcome<T> = Arc<Mutex<Option<Result<T, Message>>>>;

/// The change that is on its way, if any.
pub(super) struct Sent<T>(Option<Outcome<T>>);

impl<T> Default for Sent<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Clone + Send + 'static> Sent<T> {
    /// Whether something is on its way.
    pub fn is_waiting(&self) -> bool {
        self.0.is_some()
    }

    /// Sends a change off.
    pub fn send(
        &mut self,
        commands: &mut Commands,
        change: impl FnOnce(&mut Project) -> Result<Landed<T>, Error> + Send + 'static,
    ) {
        let outcome = Outcome::default();
        self.0 = Some(Arc::clone(&outcome));
        commands.send(Request::change(move |project| {
            let landed = change(project);
            if let Ok(mut outcome) = outcome.lock() {
                *outcome = Some(landed.as_ref().map(|landed| landed.value.clone()).map_err(Say::message));
            }
            landed
        }));
    }

    /// Whether it has landed, told once; where it was refused, the reason goes into `wrong`.
    pub fn has_landed(&mut self, wrong: &mut Option<Message>) -> bool {
        match self.take() {
            Some(Ok(_)) => true,
            Some(Err(why)) => {
                *wrong = Some(why);
                false
            }
            None => false,
        }
    }

    /// What became of it, told once.
    pub fn take(&mut self) -> Option<Result<T, Message>> {
        let outcome = self.0.as_ref().and_then(|sent| sent.lock().ok()?.take());
        if outcome.is_some() {
            self.0 = None;
        }
        outcome
    }
}
