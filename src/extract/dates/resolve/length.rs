//! The values of durations.

use crate::extract::dates::meaning::Count;
use crate::extract::dates::period::Unit;

/// "P3D", "PT72H", "P2.5Y", "PXM"; none for a number that is none. Decades and centuries are told in years, quarters in months.
pub fn length_value(count: Count, unit: Unit) -> Option<String> {
    let (times, code) = match unit {
        Unit::Second => (1.0, "S"),
        Unit::Minute => (1.0, "M"),
        Unit::Hour => (1.0, "H"),
        Unit::Day => (1.0, "D"),
        Unit::Weekend => (1.0, "WE"),
        Unit::Week => (1.0, "W"),
        Unit::Month => (1.0, "M"),
        Unit::Quarter => (3.0, "M"),
        Unit::Half => (6.0, "M"),
        Unit::Year => (1.0, "Y"),
        Unit::Decade => (10.0, "Y"),
        Unit::Century => (100.0, "Y"),
    };
    let time = if unit < Unit::Day { "T" } else { "" };
    match count {
        Count::Vague if unit == Unit::Quarter => Some("PXQ".into()),
        Count::Vague => Some(format!("P{time}X{code}")),
        Count::Number(n) => {
            let n = (n * times * 100.0).round() / 100.0;
            (n.is_finite() && n >= 0.0).then(|| format!("P{time}{n}{code}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_told_in_units_of_iso_8601() {
        let value = |n, unit| length_value(Count::Number(n), unit);
        assert_eq!(value(2.5, Unit::Year), Some("P2.5Y".into()));
        assert_eq!(value(72.0, Unit::Hour), Some("PT72H".into()));
        assert_eq!(value(2.0, Unit::Decade), Some("P20Y".into()));
        assert_eq!(value(f64::NAN, Unit::Day), None);
        assert_eq!(length_value(Count::Vague, Unit::Minute), Some("PTXM".into()));
    }
}
