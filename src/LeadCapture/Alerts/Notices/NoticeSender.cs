using LeadCapture.Data;
using LeadCapture.Settings;
using static LeadCapture.Alerts.AlertText;

namespace LeadCapture.Alerts.Notices;

/// Tells those who want to hear of a form's leads, by all ways that are set up for it.
public sealed class NoticeSender(Store store, SecretBox secrets, Mailer mailer, ChatWebhook chat)
{
    /// To see whether it arrives.
    public async Task<AlertOutcome> Test(int form, string title, string by, CancellationToken stop)
    {
        DueNotice? notice;
        await using (var reading = await store.Read())
            notice = await NoticeRow.Of(reading, form);
        return notice is null ? new([])
            : await Send(notice, new(T["Test: new leads on {0}", title], T["Requested by {0}. No action needed.", by]), stop);
    }

    internal async Task<AlertOutcome> Send(DueNotice notice, NoticeMessage message, CancellationToken stop)
    {
        List<(AlertWay, string?)> answers = [];
        if (notice.Recipients != "")
            answers.Add((AlertWay.Email, await Mail(notice, message, stop)));
        if (notice.HasChat)
            answers.Add((AlertWay.Webhook, await Chat(notice, message, stop)));
        return new(answers);
    }

    private async Task<string?> Mail(DueNotice notice, NoticeMessage message, CancellationToken stop)
    {
        AlertSettings settings;
        await using (var reading = await store.Read())
            settings = await AlertRow.Settings(reading);
        if (!settings.HasMailServer)
            return T["No mail server is set up under Settings, Alerts."];
        var (password, problem) = settings.SmtpUser == "" ? (null, null) : await Opened(AlertSettings.SmtpPassword);
        return problem ?? await mailer.Send(settings.For(notice.Recipients), password, message.Subject, message.Text, stop);
    }

    private async Task<string?> Chat(DueNotice notice, NoticeMessage message, CancellationToken stop)
    {
        var (address, problem) = await Opened(LeadNotice.ChatOf(notice.FormId));
        return problem ?? (address is null
            ? T["The address of the chat is missing. Enter it again."].Value
            : await chat.Send(address, $"{message.Subject}\n\n{message.Text}", stop));
    }

    /// A secret that the key ring cannot open is no reason to tell nobody.
    private async Task<(string? Secret, string? Problem)> Opened(string name)
    {
        try
        {
            return (await secrets.Read(name), null);
        }
        catch (SettingException)
        {
            return (null, T["The saved value can't be decrypted. Enter it again."]);
        }
    }
}
