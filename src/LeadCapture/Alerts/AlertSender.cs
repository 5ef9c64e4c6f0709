using LeadCapture.Data;
using LeadCapture.Settings;
using static LeadCapture.Alerts.AlertText;

namespace LeadCapture.Alerts;

/// Tells by all ways that are set up. Links lead to the public address; without one, to what was entered with the alerts.
public sealed class AlertSender(SecretBox secrets, Mailer mailer, ChatWebhook webhook, WebOptions web)
{
    public async Task<AlertOutcome> Send(AlertSettings settings, Finding finding, CancellationToken stop)
    {
        List<(AlertWay Way, string? Problem)> answers = [];
        var text = finding.Text(web.PublicUrl?.AbsoluteUri ?? settings.BaseAddress);
        if (settings.HasEmail)
            answers.Add((AlertWay.Email, await Opened(
                settings.SmtpUser == "" ? null : AlertSettings.SmtpPassword,
                password => mailer.Send(settings, password, finding.Subject, text, stop))));
        if (await secrets.Sealed(AlertSettings.Webhook) is not null)
            answers.Add((AlertWay.Webhook, await Opened(
                AlertSettings.Webhook, address => webhook.Send(address!, text, stop))));
        return new(answers);
    }

    /// A secret that the key ring cannot open is no reason to tell nobody.
    private async Task<string?> Opened(string? name, Func<string?, Task<string?>> send)
    {
        string? secret;
        try
        {
            secret = name is null ? null : await secrets.Read(name);
        }
        catch (SettingException)
        {
            return T["The saved value can't be decrypted. Enter it again."];
        }
        return await send(secret);
    }
}

/// What came back by each way.
public sealed record AlertOutcome(IReadOnlyList<(AlertWay Way, string? Problem)> Answers)
{
    public bool Arrived => Answers.Any(answer => answer.Problem is null);

    /// Null where all went well.
    public string? Problem =>
        string.Join(' ', Answers.Select(answer => answer.Problem).OfType<string>()) is { Length: > 0 } text ? text : null;

    public string Sentence => Answers.Count == 0
        ? T["No recipients yet. Set up email or a webhook first."]
        : string.Join(' ', Answers.Select(answer => answer switch
        {
            (AlertWay.Email, null) => T["Email: accepted by the mail server."].Value,
            (AlertWay.Email, { } problem) => T["Email: {0}", problem].Value,
            (_, null) => T["Webhook: accepted."].Value,
            (_, { } problem) => T["Webhook: {0}", problem].Value,
        }));
}

public enum AlertWay
{
    Email,
    Webhook,
}
