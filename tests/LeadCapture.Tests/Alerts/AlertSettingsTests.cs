using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using LeadCapture.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Alerts;

public class AlertSettingsTests
{
    private const string WhatToDo = " Check the settings below, save them, and send another test alert.";
    private const string Password = "a-password-of-smtp";

    [Fact]
    public async Task A_test_alert_says_what_came_back_by_each_way()
    {
        await using var app = await TestApp.Start();
        using var mail = new MailServer();
        await using var chat = await ChatServer.Start();
        using var browser = await app.IsToldByEmail(mail.Port);
        await browser.Does("/admin/settings/alerts/webhook", ("webhook", chat.Address));

        Assert.Equal("Email: accepted by the mail server. Webhook: accepted.", await Tests(browser));
        (mail.Recipient, chat.Status) = ("550 boss@example.com is unknown", 404);
        Assert.Equal("Email: The mail server rejected the message with code 550. "
            + "Webhook: The webhook responded with status 404." + WhatToDo, await Tests(browser));
        await browser.Does("/admin/settings/alerts/webhook/remove");
        Assert.Equal("Email: The mail server rejected the message with code 550." + WhatToDo, await Tests(browser));
        await browser.Does("/admin/settings/alerts/webhook", ("webhook", chat.Redirecting));
        Assert.EndsWith("Webhook: The webhook responded with status 307." + WhatToDo, await Tests(browser), StringComparison.Ordinal);

        Assert.Equal(2, chat.Texts.Count);
        Assert.Contains("Test alert", mail.Messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_are_stored_encrypted_and_shown_nowhere()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Owner);
        const string Hook = "https://chat.example.com/hook/0451";

        await browser.Does("/admin/settings/alerts", Secured(("smtpPassword", Password)));
        var page = await browser.Does("/admin/settings/alerts/webhook", ("webhook", Hook));

        var stored = await app.Query(db => db.Secrets.Select(secret => secret.Protected).ToListAsync());
        Assert.Equal(2, stored.Count);
        var audit = await browser.Gets("/admin/audit?act=changed+alerts");
        Assert.Contains("email to 2, silence 60 min, stuck after 60 min", audit.Source, StringComparison.Ordinal);
        var log = string.Join('\n', await app.EndsWithLog());
        foreach (var place in (string[])[page.Source, audit.Source, log, .. stored])
            Assert.All((string[])[Password, Hook], secret => Assert.DoesNotContain(secret, place, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_password_stays_for_its_own_account_and_for_no_other()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await browser.Does("/admin/settings/alerts", Secured(("smtpPassword", Password)));

        var same = await browser.Does("/admin/settings/alerts", Secured(("silenceMinutes", "30")));
        var other = await browser.Posts("/admin/settings/alerts", Secured(("smtpHost", "mail.elsewhere.example")));

        Assert.Equal("Alerts saved.", same.News);
        Assert.Equal([("smtpPassword", "Enter the password of this user")], other.Summary);
        await browser.Does("/admin/settings/alerts", Secured(("smtpUser", "")));
        Assert.Equal(0, await app.Query(db => db.Secrets.CountAsync()));
    }

    [Theory]
    [InlineData("smtpHost", "not a host", "Enter the name of the mail server, such as smtp.example.com")]
    [InlineData("smtpPort", "70000", "Enter a port, usually 587 or 465")]
    [InlineData("smtpSecurity", "None", "A password requires encryption. Choose STARTTLS or TLS.")]
    [InlineData("sender", "", "Enter the address that alerts come from, such as leads@example.com")]
    [InlineData("recipients", "ops@example.com, boss", "Enter email addresses separated by commas")]
    [InlineData("recipients", "", "Enter email addresses separated by commas")]
    [InlineData("baseAddress", "leads.example.com", "Enter the address of this program, such as https://leads.example.com")]
    [InlineData("silenceMinutes", "0", "Enter a number of minutes, from 1 to 10,080 (7 days)")]
    public async Task What_does_not_fit_is_said_beside_its_input(string name, string value, string message)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        var page = await browser.Posts("/admin/settings/alerts", Secured(("smtpPassword", Password), (name, value)));

        Assert.Equal((422, "Error: " + message), (page.Status, page.ErrorOf(name)));
        Assert.Equal([(name, message)], page.Summary);
        Assert.Equal(0, await app.Query(db => db.Secrets.CountAsync()));
    }

    [Theory]
    [InlineData("http://chat.example.com/hook")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:password@chat.example.com/")]
    [InlineData("hook")]
    [InlineData("")]
    public async Task A_webhook_that_is_not_encrypted_is_refused(string address)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);

        var page = await browser.Posts("/admin/settings/alerts/webhook", ("webhook", address));

        Assert.Equal([("webhook", "Enter the webhook address, starting with https://")], page.Summary);
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://[::ffff:169.254.169.254]/latest")]
    [InlineData("https://[fe80::1]/latest")]
    [InlineData("https://2852039166/latest")]
    [InlineData("https://[64:ff9b::a9fe:a9fe]/latest")]
    [InlineData("https://[2002:a9fe:a9fe::1]/latest")]
    [InlineData("https://[fd00:ec2::254]/latest")]
    public async Task What_only_the_machine_may_ask_is_not_called(string address)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await browser.Does("/admin/settings/alerts/webhook", ("webhook", address));

        Assert.Equal("Webhook: The webhook's address is not allowed." + WhatToDo, await Tests(browser));
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("fd00:ec2::254")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    public async Task No_mail_goes_where_only_the_machine_may_ask(string host)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await browser.Does("/admin/settings/alerts", Listeners.Email(25, ("smtpHost", host)));

        Assert.Equal("Email: The mail server's address is not allowed." + WhatToDo, await Tests(browser));
    }

    [Fact]
    public async Task What_became_of_a_test_is_said_in_the_language_of_whoever_asks()
    {
        await using var app = await TestApp.Start("environment=Development");
        await using var chat = await ChatServer.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Admin);
        await browser.Does("/admin/settings/alerts", Listeners.Email(25, ("smtpHost", "169.254.169.254")));
        await browser.Does("/admin/settings/alerts/webhook", ("webhook", chat.Address));

        var page = await browser.Does("/admin/settings/alerts/test?" + Untranslated.Reader);

        Assert.Equal("⟦⟦Email: ⟦The mail server's address is not allowed.⟧⟧ ⟦Webhook: accepted.⟧ Check the settings below, save them, and send another test alert.⟧", page.News);
    }

    private static (string Name, string Value)[] Secured(params (string Name, string Value)[] others) => Listeners.Email(587,
        [.. others, .. new (string Name, string Value)[]
        {
            ("smtpHost", "smtp.example.com"), ("smtpSecurity", "StartTls"), ("smtpUser", "leads"),
        }.Where(input => others.All(other => other.Name != input.Name))]);

    private static async Task<string?> Tests(AdminBrowser browser) => (await browser.Does("/admin/settings/alerts/test")).News;
}
