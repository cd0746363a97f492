"""Says in one line what `seedbed evaluate --json` found: worth.py NAME < report.json"""
import json, sys

report = json.load(sys.stdin)["utility"]
change = next(
    c["macro_f1"] for c in report["comparisons"] if c["to"] == "mix" and c["student"] == "logistic_regression"
)
real = report["training_sets"][0]["macro_f1"]["estimate"]
print(
    f"{sys.argv[1]:24} {report['synthetic_rows']:5} rows  real alone {real:.3f}"
    f"  change {change['estimate']:+.3f} [{change['lower']:+.3f}, {change['upper']:+.3f}]  {report['effect']}",
    flush=True,
)
