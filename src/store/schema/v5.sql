-- Schema version 5: lines keep the numbers that a thesis cites when their text is corrected.

-- Which lines of the first text the rows of the present one are, where counting does not tell: see `domain/line.rs`.
ALTER TABLE source ADD COLUMN line_numbers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(line_numbers));
-- Which line behind the one of its number a segment begins and ends on (1 is the line 45a); 0 for that line itself.
ALTER TABLE segment ADD COLUMN letter INTEGER NOT NULL DEFAULT 0;
ALTER TABLE segment ADD COLUMN letter_end INTEGER NOT NULL DEFAULT 0;

-- A corrected text moves every row behind the correction. What lies by source is found without the place: segments by
-- their unique key, which begins with the source, turns by an index that moving them leaves alone.
DROP INDEX segment_by_place;
DROP INDEX turn_by_place;
CREATE INDEX turn_by_source ON turn (source);
