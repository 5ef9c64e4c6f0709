using System.Net;
using LeadCapture.Submissions.ApiKeys;

namespace LeadCapture.Submissions;

/// Where a submission came from, and by which way.
public sealed record Origin(string Channel)
{
    /// Of a program that posts JSON.
    public const string Api = "Api";

    /// Of a tablet, or of the form on a screen of a stand.
    public const string Booth = "Booth";

    /// A browser sent it, where somebody may press the button twice.
    public bool IsClicked { get; init; } = Channel != Api;

    /// The tablet that captured it, and the event; null: it came by another way.
    public Guid? DeviceId { get; init; }
    public int? EventId { get; init; }

    /// The API key that a server sent it with; null: without one.
    public KnownKey? Key { get; init; }

    /// A server that somebody here gave a key sent it: it has the limit of its key, and is no stranger.
    public bool IsKeyed => Key is not null;

    /// The address that it came from: counted against the limit, and it tells a double click of a plain form. Never stored.
    public IPAddress? Sender { get; init; }

    /// How closely it is looked at for spam. A visitor of a booth stands before somebody, and a server with a key is known.
    public Scrutiny Scrutiny => this switch
    {
        { Channel: Booth } or { IsKeyed: true } => Scrutiny.None,
        { Channel: Api, IsClicked: false } => Scrutiny.Content,
        _ => Scrutiny.All,
    };
}

public enum Scrutiny
{
    None,

    /// A program has no page that it could have shown: only what it says counts.
    Content,

    /// And how the page was filled in.
    All,
}
