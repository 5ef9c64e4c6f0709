namespace LeadCapture.Alerts;

/// What somebody is told about. The numbers are stored.
public enum AlertKind
{
    /// Leads that a person has to decide about.
    NeedsAttention = 0,

    /// Reply.io refuses the key: nothing is sent.
    KeyRefused = 1,

    /// A lead waits for longer than it should.
    StuckBacklog = 2,

    /// What answers is not Reply.io: nothing is sent.
    ChannelFault = 3,

    /// Reply.io no longer has a custom field that a form fills.
    MappingDrift = 4,
}
