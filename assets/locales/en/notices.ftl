# The list of notices: everything the window has said since it was opened.

command-notices = Notices
notices-unread = Notices: { $n } unread
notices-empty = No notices yet. Everything said, every warning and every error is kept here until the window is closed.
notices-copy-one = Copy: { $what }
notices-copy-all = Copy all
notices-fold = Hide details
notices-more = … and { $n } more; all of them are copied.
notice-kind-said = Done
notice-kind-notice = Notice
notice-kind-warning = Warning
notice-kind-error = Error
