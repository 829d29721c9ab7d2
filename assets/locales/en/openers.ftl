# Who has the project open: a second window, the command line, another laptop, and conflicting copies.

notice-log-lost = This file was copied or moved while { $coder } had it open since { $at }, without the file beside it (-wal). The last changes before that may be missing here; compare it with the file it came from.
notice-open-here = This project is also open in another window or command on this computer, by { $coder } since { $at }. What changes there shows here.
notice-open-elsewhere = This project is still open on { $device } by { $coder } since { $at }. Close it there first, so that changes do not overwrite each other.
error-taken-over = { $coder } has taken this project over on { $device } at { $at }, so this change is not saved and the project can only be read here. Close it there, then open it here again to go on.
