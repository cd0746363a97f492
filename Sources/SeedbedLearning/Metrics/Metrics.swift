/// Measures of classifiers, distributions and diversity.
///
/// Each is named after its usual oracle (scikit-learn, SciPy, `vendi-score`) and equals it to 1e-9.
public enum Metrics {}
