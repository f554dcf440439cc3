//! The labels of a stretch of tokens, all ways to give them weighed at once.
//!
//! A linear chain: each token has a score for each label, each pair of neighbours one for its two labels. [`Lattice::best`]
//! is the best way; [`Lattice::share`] is the share of all ways, by weight, in which some tokens are a name of a kind.

use crate::text::TokenRange;

/// What a tagged name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tag {
    /// A person.
    Person,
    /// Whoever acts and is no person: companies, parties, governments, armies, rebels.
    Body,
    /// A country, region, city.
    Place,
}

impl Tag {
    /// All tags, in the order of their labels.
    pub const ALL: [Self; 3] = [Self::Person, Self::Body, Self::Place];

    /// The label of the first token of such a name; that of the others is one more.
    pub fn first_label(self) -> usize {
        1 + 2 * self as usize
    }
}

/// Label 0 is outside of names; then for each [`Tag`] its first token and its other tokens.
pub const LABELS: usize = 1 + 2 * Tag::ALL.len();

/// A score for each label, as a logarithm.
pub type Scores = [f32; LABELS];

/// Scores of pairs of neighbouring labels, from the first to the second.
#[derive(Debug, Clone, Default)]
pub struct Transitions {
    scores: [Scores; LABELS],
    /// The same as factors; 0 where the second label can't follow the first.
    times: [Scores; LABELS],
}

/// Whether `to` may follow `from`: a name goes on only as what it began as.
pub fn may_follow(from: usize, to: usize) -> bool {
    to == 0 || to % 2 == 1 || from == to || from + 1 == to
}

impl Transitions {
    /// From scores; those of pairs that can't be are not read.
    pub fn new(scores: [Scores; LABELS]) -> Self {
        let mut times = [[0.0; LABELS]; LABELS];
        for (from, row) in times.iter_mut().enumerate() {
            for (to, times) in row.iter_mut().enumerate().filter(|(to, _)| may_follow(from, *to)) {
                *times = scores[from][to].exp();
            }
        }
        Self { scores, times }
    }
}

/// All ways to label one stretch of tokens. What stands around it is outside of names.
#[derive(Debug, Default)]
pub struct Lattice {
    scores: Vec<Scores>,
    factors: Vec<Scores>,
    forward: Vec<Scores>,
    backward: Vec<Scores>,
    back: Vec<[u8; LABELS]>,
    path: Vec<usize>,
}

/// Makes the numbers sum to 1.
fn share_out(numbers: &mut Scores) {
    let sum: f32 = numbers.iter().sum();
    if sum > 0.0 {
        numbers.iter_mut().for_each(|number| *number /= sum);
    }
}

impl Lattice {
    /// Weighs a stretch by the scores of its tokens.
    pub fn fill(&mut self, scores: &[Scores], transitions: &Transitions) {
        self.scores.clear();
        self.scores.extend_from_slice(scores);
        self.factors.clear();
        self.factors.extend(scores.iter().map(|scores| {
            let most = scores.iter().copied().fold(f32::MIN, f32::max);
            scores.map(|score| (score - most).exp())
        }));
        self.forward.clear();
        let mut before: Scores = [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
        for factors in &self.factors {
            let mut here = [0.0; LABELS];
            for (before, times) in before.iter().zip(&transitions.times) {
                here.iter_mut().zip(times).for_each(|(here, times)| *here += before * times);
            }
            here.iter_mut().zip(factors).for_each(|(here, factor)| *here *= factor);
            share_out(&mut here);
            self.forward.push(here);
            before = here;
        }
        self.backward.clear();
        let mut behind = transitions.times.map(|times| times[0]);
        for factors in self.factors.iter().rev() {
            self.backward.push(behind);
            let mut here = [0.0; LABELS];
            for (here, times) in here.iter_mut().zip(&transitions.times) {
                *here = times.iter().zip(factors).zip(&behind).map(|((times, factor), behind)| times * factor * behind).sum();
            }
            share_out(&mut here);
            behind = here;
        }
        self.backward.reverse();
    }

    /// The share of each label at token `at` of the stretch.
    pub fn labels(&self, at: usize) -> Scores {
        let (Some(forward), Some(backward)) = (self.forward.get(at), self.backward.get(at)) else { return Scores::default() };
        let mut shares = *forward;
        shares.iter_mut().zip(backward).for_each(|(share, backward)| *share *= backward);
        share_out(&mut shares);
        shares
    }

    /// The share of each label at token `at`, given that the token before has the label `from`.
    pub fn labels_after(&self, from: usize, at: usize, transitions: &Transitions) -> Scores {
        let mut shares = transitions.times.get(from).copied().unwrap_or_default();
        match (self.factors.get(at), self.backward.get(at)) {
            (Some(factors), Some(backward)) => {
                shares.iter_mut().zip(factors).zip(backward).for_each(|((share, factor), backward)| *share *= factor * backward);
                share_out(&mut shares);
                shares
            }
            _ => [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        }
    }

    /// The share of the ways in which exactly these tokens of the stretch are a name of this kind.
    pub fn share(&self, tokens: TokenRange, tag: Tag, transitions: &Transitions) -> f32 {
        let first = tag.first_label();
        let (mut share, mut label) = (self.labels(tokens.first())[first], first);
        for at in tokens.iter().skip(1) {
            share *= self.labels_after(label, at, transitions)[first + 1];
            label = first + 1;
        }
        share * (1.0 - self.labels_after(label, tokens.end(), transitions)[first + 1])
    }

    /// Calls `found` with the names of the best way, in order.
    pub fn best(&mut self, transitions: &Transitions, mut found: impl FnMut(TokenRange, Tag)) {
        self.back.clear();
        let mut before = [f32::MIN; LABELS];
        before[0] = 0.0;
        for scores in &self.scores {
            let (mut here, mut back) = ([f32::MIN; LABELS], [0_u8; LABELS]);
            for to in 0..LABELS {
                for from in (0..LABELS).filter(|from| may_follow(*from, to)) {
                    let sum = before[from] + transitions.scores[from][to] + scores[to];
                    if sum > here[to] {
                        (here[to], back[to]) = (sum, u8::try_from(from).unwrap_or(0));
                    }
                }
            }
            self.back.push(back);
            before = here;
        }
        let total = |label: &usize| before[*label] + transitions.scores[*label][0];
        let mut label = (0..LABELS).max_by(|a, b| total(a).total_cmp(&total(b)).then(b.cmp(a))).unwrap_or(0);
        self.path.clear();
        for back in self.back.iter().rev() {
            self.path.push(label);
            label = usize::from(back[label]);
        }
        self.path.reverse();
        let mut at = 0;
        while let Some(label) = self.path.get(at).copied() {
            let inside = self.path[at + 1..].iter().take_while(|next| label % 2 == 1 && **next == label + 1).count();
            if label % 2 == 1 {
                found(TokenRange::new(at, at + 1 + inside), Tag::ALL[label / 2]);
            }
            at += 1 + inside;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every way to label `length` tokens, with its weight.
    fn ways(scores: &[Scores], pairs: &[Scores; LABELS]) -> Vec<(Vec<usize>, f32)> {
        let mut ways = vec![(vec![], 0.0)];
        for scores in scores {
            let longer = |(way, sum): &(Vec<usize>, f32)| {
                let from = way.last().copied().unwrap_or(0);
                let go = |to: usize| ([&way[..], &[to]].concat(), sum + pairs[from][to] + scores[to]);
                (0..LABELS).filter(|to| may_follow(from, *to)).map(go).collect::<Vec<_>>()
            };
            ways = ways.iter().flat_map(longer).collect();
        }
        ways.into_iter().map(|(way, sum)| (way.clone(), (sum + pairs[way[way.len() - 1]][0]).exp())).collect()
    }

    #[test]
    fn it_agrees_with_trying_every_way() {
        let number = |n: usize| ((n * 7919 + 13) % 101) as f32 / 40.0 - 1.0;
        let scores: Vec<Scores> = (0..4).map(|at| std::array::from_fn(|label| number(at * 31 + label))).collect();
        let pairs = std::array::from_fn(|from| std::array::from_fn(|to| number(500 + from * 17 + to)));
        let ways = ways(&scores, &pairs);
        let sum: f32 = ways.iter().map(|(_, weight)| weight).sum();
        let (transitions, mut lattice) = (Transitions::new(pairs), Lattice::default());
        lattice.fill(&scores, &transitions);
        for at in 0..4 {
            for label in 0..LABELS {
                let share: f32 = ways.iter().filter(|(way, _)| way[at] == label).map(|(_, weight)| weight).sum::<f32>() / sum;
                assert!((lattice.labels(at)[label] - share).abs() < 1e-4, "token {at}, label {label}");
            }
        }
        for tag in Tag::ALL {
            let first = tag.first_label();
            let is = |way: &[usize]| way[1] == first && way[2] == first + 1 && way[3] != first + 1;
            let share: f32 = ways.iter().filter(|(way, _)| is(way)).map(|(_, weight)| weight).sum::<f32>() / sum;
            assert!((lattice.share(TokenRange::new(1, 3), tag, &transitions) - share).abs() < 1e-4, "{tag:?}");
        }
        let (best, _) = ways.iter().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
        let mut labels = vec![0; 4];
        lattice.best(&transitions, |tokens, tag| tokens.iter().enumerate().for_each(|(n, at)| labels[at] = tag.first_label() + n.min(1)));
        assert_eq!(&labels, best);
    }
}
