namespace LeadCapture.Webhooks;

/// One event that a webhook is told: its state, next attempt, outcome. The id is the webhook-id of each attempt.
public sealed class WebhookMessage
{
    public required Guid Id { get; init; }
    public required int WebhookId { get; init; }
    public required WebhookEvent Event { get; init; }

    /// What happened, so that it is told once: the lead that came in, or the attempt that decided.
    public required Guid SubjectId { get; init; }

    /// Null: a test.
    public Guid? LeadId { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// Since when it is tried: a person may have ordered a fresh start.
    public required DateTime TriedSince { get; init; }

    public required WebhookState State { get; init; }

    /// When to try next; while an attempt is under way, the end of its lease. Null: nothing to do.
    public DateTime? DueAt { get; init; }

    public int Attempts { get; init; }

    /// Since the last fresh start; the wait grows with it.
    public int Failures { get; init; }

    public DateTime? LastAttemptAt { get; init; }
    public int? LastMilliseconds { get; init; }

    /// Null: no response.
    public int? LastStatus { get; init; }

    /// In our words; null: it was taken.
    public string? LastProblem { get; init; }
}

/// The numbers are stored.
public enum WebhookState
{
    Waiting = 0,
    Delivered = 1,
    Failed = 2,
}
