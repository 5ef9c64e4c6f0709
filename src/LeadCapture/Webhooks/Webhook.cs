using System.Security.Cryptography;

namespace LeadCapture.Webhooks;

/// A program elsewhere that hears of a form's leads, as Standard Webhooks has it. Its secrets are in the SecretBox.
public sealed class Webhook
{
    /// How long the secret of before signs too, once there is another one.
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    private const string SecretMark = "whsec_";
    private const int SecretBytes = 32;

    public int Id { get; init; }
    public required int FormId { get; init; }
    public required string Address { get; set; }
    public required WebhookEvents Events { get; set; }

    /// What the visitor typed goes along.
    public required bool IncludesAnswers { get; set; }

    /// It was added, or turned on again: what happened before is not told.
    public required DateTime HearsSince { get; set; }

    /// Nothing is sent since then; null: it is on.
    public DateTime? DisabledAt { get; set; }

    /// Not by a person: it answered that it is gone.
    public bool IsGone { get; set; }

    /// Until then the secret of before signs too.
    public DateTime? EarlierUntil { get; set; }

    public static string SecretOf(int id) => $"Webhook:{id}";

    public static string EarlierSecretOf(int id) => $"Webhook:{id}:Earlier";

    public static string NewSecret() => SecretMark + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));

    internal static byte[] KeyOf(string secret) => Convert.FromBase64String(secret[SecretMark.Length..]);
}

/// What a webhook wants to hear of. The numbers are stored.
[Flags]
public enum WebhookEvents
{
    None = 0,
    Created = 1,
    Delivered = 2,
    NeedsAttention = 4,
    All = Created | Delivered | NeedsAttention,
}

/// The numbers are stored.
public enum WebhookEvent
{
    Created = 0,
    Delivered = 1,
    NeedsAttention = 2,

    /// Ordered by a person, to see whether it arrives.
    Test = 3,
}

public static class WebhookWords
{
    /// As receivers know it.
    public static string Type(this WebhookEvent one) => one switch
    {
        WebhookEvent.Created => "lead.created",
        WebhookEvent.Delivered => "lead.delivered",
        WebhookEvent.NeedsAttention => "lead.needs_attention",
        _ => "test",
    };
}
