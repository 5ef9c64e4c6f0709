namespace LeadCapture.Admin.Failures;

/// Earlier: the newest note on each fault that no lead has at the moment.
public sealed record FailuresPage(
    IReadOnlyList<FailedGroup> Groups, int More, ILookup<string, FailureNote> Notes, IReadOnlyList<FailureNote> Earlier);
