namespace LeadCapture.Alerts;

/// Whom to tell, how, and when: one row. Its secrets are in the SecretBox.
public sealed class AlertSettings
{
    public const string SmtpPassword = "Alerts:SmtpPassword";
    public const string Webhook = "Alerts:Webhook";

    public int Id { get; init; } = 1;
    public string SmtpHost { get; set; } = "";
    public int SmtpPort { get; set; }
    public SmtpSecurity SmtpSecurity { get; set; }

    /// "": the server asks for none.
    public string SmtpUser { get; set; } = "";

    public string Sender { get; set; } = "";

    /// With commas between them.
    public string Recipients { get; set; } = "";

    /// Where links in an alert lead to, such as https://leads.example.com.
    public string BaseAddress { get; set; } = "";

    public int SilenceMinutes { get; set; }
    public int StuckMinutes { get; set; }

    public bool HasMailServer => SmtpHost != "" && Sender != "";

    public bool HasEmail => SmtpHost != "" && Recipients != "";

    /// The same mail server, for others.
    public AlertSettings For(string recipients) => new()
    {
        SmtpHost = SmtpHost,
        SmtpPort = SmtpPort,
        SmtpSecurity = SmtpSecurity,
        SmtpUser = SmtpUser,
        Sender = Sender,
        Recipients = recipients,
        BaseAddress = BaseAddress,
    };

    public IReadOnlyList<string> RecipientList =>
        Recipients.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// The numbers are stored.
public enum SmtpSecurity
{
    StartTls = 0,
    Tls = 1,
    None = 2,
}
