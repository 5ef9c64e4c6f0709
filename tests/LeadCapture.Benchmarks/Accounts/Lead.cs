namespace LeadCapture.Benchmarks.Accounts;

/// One lead of the simulation. Live: a visitor has just sent it. Otherwise it is of a backlog: an import, a run, what an outage left.
public readonly record struct Lead(int Number, int Account, TimeSpan At, bool IsLive);
