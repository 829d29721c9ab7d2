//! How codes become one, worked out before anything is written: the tree as it will be, and what moves or is joined.

use super::{Book, MergePreview, Unfit, move_codes, move_codes::MoveTo};
use crate::analysis::Study;
use crate::domain::{
    Code, CodeId, CoderId, Coding, CodingId, ConfusingPair, Direction, LONGEST_NAME, LONGEST_SHORT, MemoHost, MemoId,
    Message, SegmentId,
};
use crate::i18n::Catalog;
use crate::project::Error;
use crate::project::write_memo::joined;
use crate::store::{Database, Hung, HungOn};
use std::collections::{BTreeMap, HashMap, HashSet};
use uuid::Uuid;

/// One thing to be done to what hangs on the codes.
pub(super) enum Act {
    /// A coding goes under another code.
    MoveCoding(CodingId, CodeId),
    /// A coding without a direction gets that of the one it is joined with.
    Direct(CodingId, Direction),
    /// A memo goes to another host.
    MoveMemo(MemoId, MemoHost),
    /// A memo is written anew.
    WriteMemo(MemoHost, String),
    /// Findings and questions go under another code.
    MoveFindings(CodeId, CodeId),
    /// A judgement goes to another code.
    MoveHung(HungOn, Uuid, CodeId),
    /// A judgement gets the words of another one, which goes.
    JoinHung(HungOn, Hung, Uuid),
    /// A pair goes.
    RemovePair(CodeId, CodeId),
    /// A pair comes, or is written anew.
    AddPair(ConfusingPair),
}

/// What merging does.
pub(super) struct Plan {
    /// In numbers.
    pub(super) preview: MergePreview,
    /// The tree as it will be.
    pub(super) book: Book,
    /// What moves, in this order.
    pub(super) acts: Vec<Act>,
}

/// What becomes of the memo of one host.
#[derive(Default)]
struct Note {
    /// Memos that come, in order.
    coming: Vec<(MemoId, String)>,
    /// What the program adds.
    lines: Vec<String>,
}

struct Planning<'a> {
    study: &'a Study,
    words: Catalog,
    into: CodeId,
    plan: Plan,
    notes: BTreeMap<MemoHost, Note>,
    /// The coding of the code that stays, by segment and coder, with its direction.
    there: HashMap<(SegmentId, CoderId), (CodingId, Option<Direction>)>,
}

pub(super) fn plan(db: &Database, study: &Study, from: &[CodeId], into: CodeId) -> Result<Plan, Error> {
    let book = Book::of(study);
    let target = book.get(into)?.clone();
    let mut named: Vec<CodeId> = Vec::new();
    for id in from {
        let code = book.get(*id)?;
        if *id == into {
            return Err(Unfit::IntoItself { code: code.label().to_owned() }.into());
        }
        if book.is_within(into, *id) {
            return Err(Unfit::IntoOwn { code: code.label().to_owned(), into: target.label().to_owned() }.into());
        }
        if !named.contains(id) {
            named.push(*id);
        }
    }
    // Those deepest in the tree first, so that a code and its indicator can go together.
    named.sort_by_key(|id| std::cmp::Reverse(book.level(*id)));
    let labels = named.iter().filter_map(|id| book.get(*id).ok()).map(|code| code.label().to_owned()).collect();
    let preview = MergePreview { from: labels, into: target.label().to_owned(), ..MergePreview::default() };
    let there = study.all_codings().filter(|coding| coding.code == into);
    let mut planning = Planning {
        study,
        words: Catalog::new(study.project.language),
        into,
        there: there.map(|coding| ((coding.segment, coding.coder), (coding.id, coding.direction))).collect(),
        plan: Plan { preview, book, acts: Vec::new() },
        notes: BTreeMap::new(),
    };
    planning.count_segments(&named);
    let mut hung = Vec::new();
    for kind in HungOn::ALL {
        for there in db.hung_on(kind, into)? {
            hung.push((kind, there));
        }
    }
    for id in &named {
        let gone = planning.plan.book.get(*id)?.clone();
        planning.codings(&gone);
        planning.coming(MemoHost::Code(gone.id), MemoHost::Code(into));
        planning.plan.preview.findings += db.finding_count(gone.id)? as usize;
        planning.plan.acts.push(Act::MoveFindings(gone.id, into));
        for kind in HungOn::ALL {
            for coming in db.hung_on(kind, gone.id)? {
                planning.judgement(&mut hung, kind, coming, &gone);
            }
        }
        planning.tree(&gone)?;
    }
    planning.pairs(&named);
    planning.memos();
    Ok(planning.plan)
}

impl Planning<'_> {
    fn count_segments(&mut self, from: &[CodeId]) {
        let of = |wanted: &dyn Fn(CodeId) -> bool| -> HashSet<SegmentId> {
            let codings = self.study.all_codings().filter(|coding| wanted(coding.code));
            codings.map(|coding| coding.segment).collect()
        };
        let (going, staying) = (of(&|code| from.contains(&code)), of(&|code| code == self.into));
        self.plan.preview.segments = going.len();
        self.plan.preview.same_segments = going.intersection(&staying).count();
    }

    /// The memo of a host is to be found on another one.
    fn coming(&mut self, from: MemoHost, to: MemoHost) {
        // There is one a host; more come from elsewhere, and none of them is lost.
        let memos = self.study.all_memos().filter(|memo| memo.host == from);
        let coming: Vec<(MemoId, String)> = memos.map(|memo| (memo.id, memo.text.clone())).collect();
        if !coming.is_empty() {
            self.notes.entry(to).or_default().coming.extend(coming);
        }
    }

    fn codings(&mut self, gone: &Code) {
        let mut going: Vec<Coding> = self.study.all_codings().filter(|coding| coding.code == gone.id).collect();
        going.sort_by_key(|coding| coding.id);
        for coding in going {
            let place = (coding.segment, coding.coder);
            let Some((known, direction)) = self.there.get(&place).copied() else {
                self.there.insert(place, (coding.id, coding.direction));
                self.plan.preview.codings += 1;
                self.plan.acts.push(Act::MoveCoding(coding.id, self.into));
                continue;
            };
            self.plan.preview.codings_joined += 1;
            self.coming(MemoHost::Coding(coding.id), MemoHost::Coding(known));
            match (direction, coding.direction) {
                (None, Some(other)) => {
                    self.there.insert(place, (known, Some(other)));
                    self.plan.acts.push(Act::Direct(known, other));
                }
                (Some(own), Some(other)) if own != other => {
                    self.plan.preview.directions += 1;
                    let message = Message::new("codebook-merged-direction").with("code", gone.label());
                    let line = self.words.say(&message.with("direction", other.key()));
                    self.notes.entry(MemoHost::Coding(known)).or_default().lines.push(line);
                }
                _ => {}
            }
        }
    }

    /// A judgement moves, or its words go to the one that stands in its place.
    fn judgement(&mut self, hung: &mut Vec<(HungOn, Hung)>, kind: HungOn, coming: Hung, gone: &Code) {
        let known = hung.iter_mut().find(|(other, there)| *other == kind && there.place == coming.place);
        let Some((_, there)) = known else {
            self.plan.preview.judgements += 1;
            self.plan.acts.push(Act::MoveHung(kind, coming.id, self.into));
            hung.push((kind, coming));
            return;
        };
        self.plan.preview.judgements_joined += 1;
        let with = coming.id;
        let mut words = vec![there.words.clone(), coming.words];
        if there.value.is_empty() {
            there.value.clone_from(&coming.value);
        } else if !coming.value.is_empty() && there.value != coming.value {
            let message = Message::new("codebook-merged-value").with("code", gone.label());
            words.push(self.words.say(&message.with("value", coming.value)));
        }
        there.words = joined(&words);
        self.plan.acts.push(Act::JoinHung(kind, there.clone(), with));
    }

    /// What the code says, and the codes below it.
    fn tree(&mut self, gone: &Code) -> Result<(), Error> {
        let book = &mut self.plan.book;
        let children = book.siblings(Some(gone.id), None);
        let beside = book.siblings(Some(self.into), None);
        book.codes.retain(|code| code.id != gone.id);
        for child in children.iter().copied() {
            let mut is_renamed = false;
            let name = book.get(child)?.name.clone();
            let is_taken = |book: &Book, name: &str| {
                beside.iter().any(|other| book.get(*other).is_ok_and(|other| other.id != child && other.name == name))
            };
            if is_taken(book, &name) {
                let number = |number: usize| numbered(&name, &format!(" ({number})"), LONGEST_NAME);
                let free = (2..).map(number).find(|name| !is_taken(book, name)).unwrap_or_default();
                book.change(child)?.name = free;
                is_renamed = true;
            }
            let codebook = book.book_of(self.into)?;
            for below in book.branch(child) {
                let short = book.get(below)?.short.clone();
                let bearers: HashSet<String> = book
                    .codes
                    .iter()
                    .filter(|other| other.id != below && !other.short.is_empty())
                    .filter(|other| book.book_of(other.id).is_ok_and(|book| book == codebook))
                    .map(|other| other.short.clone())
                    .collect();
                if bearers.contains(&short) {
                    let number = |number: usize| numbered(&short, &format!("-{number}"), LONGEST_SHORT);
                    book.change(below)?.short =
                        (2..).map(number).find(|short| !bearers.contains(short)).unwrap_or_default();
                    is_renamed = true;
                }
            }
            self.plan.preview.renamed += usize::from(is_renamed);
            self.plan.preview.children += 1;
            // The parent is gone from the tree: colour and kind stay what they are.
            book.change(child)?.parent = None;
            let to = MoveTo { parent: Some(self.into), codebook: None, place: None };
            move_codes::place(book, &[child], to)?;
        }
        let target = book.change(self.into)?;
        let own = [target.name.clone(), target.short.clone()];
        for alias in [&gone.short, &gone.name].into_iter().chain(&gone.aliases) {
            if !alias.is_empty() && !own.contains(alias) && !target.aliases.contains(alias) {
                target.aliases.push(alias.clone());
                self.plan.preview.aliases.push(alias.clone());
            }
        }
        target.definition = joined(&[target.definition.clone(), gone.definition.clone()]);
        target.test = joined(&[target.test.clone(), gone.test.clone()]);
        let lists = [
            (&mut target.counts, &gone.counts),
            (&mut target.counts_not, &gone.counts_not),
            (&mut target.examples, &gone.examples),
            (&mut target.keywords, &gone.keywords),
        ];
        for (own, other) in lists {
            for entry in other {
                if !own.contains(entry) {
                    own.push(entry.clone());
                }
            }
        }
        target.key = target.key.or(gone.key);
        Ok(())
    }

    /// A pair with a code that goes becomes one with the code that stays; one of the two themselves becomes words of
    /// its memo.
    fn pairs(&mut self, from: &[CodeId]) {
        let becomes = |id: CodeId| if from.contains(&id) { self.into } else { id };
        let mut kept: Vec<ConfusingPair> = Vec::new();
        let touched = |pair: &&ConfusingPair| from.contains(&pair.a) || from.contains(&pair.b);
        for pair in self.study.confusing_pairs.iter().filter(touched) {
            self.plan.acts.push(Act::RemovePair(pair.a, pair.b));
            let (a, b) = (becomes(pair.a), becomes(pair.b));
            if a == b {
                let words = joined(&[pair.rule.clone(), pair.example.clone()]);
                if !words.is_empty() {
                    self.notes.entry(MemoHost::Code(self.into)).or_default().lines.push(words);
                }
                continue;
            }
            self.plan.preview.pairs += 1;
            let is_it = |known: &ConfusingPair| (known.a, known.b) == (a, b) || (known.a, known.b) == (b, a);
            let known = kept.iter().position(is_it);
            let standing = self.study.confusing_pairs.iter().find(|known| is_it(known));
            let before = known.map(|at| kept.remove(at)).or_else(|| standing.cloned());
            let (rule, example) = before.map(|before| (before.rule, before.example)).unwrap_or_default();
            let rule = joined(&[rule, pair.rule.clone()]);
            kept.push(ConfusingPair { a, b, rule, example: joined(&[example, pair.example.clone()]) });
        }
        self.plan.acts.extend(kept.into_iter().map(Act::AddPair));
    }

    fn memos(&mut self) {
        for (host, note) in std::mem::take(&mut self.notes) {
            let own = self.study.memo_of(host).map(|memo| memo.text.clone());
            let mut parts: Vec<String> = own.iter().cloned().collect();
            parts.extend(note.coming.iter().map(|(_, text)| text.clone()));
            let is_moved = own.is_none() && !note.coming.is_empty();
            if is_moved && let Some((memo, _)) = note.coming.first() {
                self.plan.acts.push(Act::MoveMemo(*memo, host));
                self.plan.preview.memos += 1;
            }
            self.plan.preview.memos_joined += note.coming.len() - usize::from(is_moved);
            parts.extend(note.lines);
            let text = joined(&parts);
            let before = if is_moved { parts.first() } else { own.as_ref() };
            if before != Some(&text) {
                self.plan.acts.push(Act::WriteMemo(host, text));
            }
        }
    }
}

/// A name with a number behind it that is still no longer than it may be.
fn numbered(name: &str, number: &str, most: usize) -> String {
    let room = most.saturating_sub(number.chars().count());
    let start: String = name.chars().take(room).collect();
    format!("{start}{number}")
}
