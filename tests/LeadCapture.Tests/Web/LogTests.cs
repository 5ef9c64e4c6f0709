using LeadCapture.Leads;
using LeadCapture.Sandbox;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Web;

public class LogTests
{
    private const string Secret = "zqsecret";

    private static readonly string[] Fields =
    [
        "firstName", "lastName", "phone", "phone2", "title", "company", "industry", "city", "state", "country", "notes",
            "linkedInUrl",
        "linkedInSalesNavigatorUrl", "linkedInRecruiterUrl", "customFields[0].key", "customFields[0].value", "page",
            "submissionId",
    ];

    [Fact]
    public async Task The_log_has_one_line_for_each_refusal_and_attempt_and_nothing_that_anybody_typed()
    {
        await using var app = await TestApp.Start(new TestAppPlan { ApiKey = Secret + "key", SandboxKey = Secret + "key" });
        (string, string)[] typed =
            [.. Fields.Select(field =>
                (field, field.EndsWith("Url", StringComparison.Ordinal) ? $"linkedin.com/in/{Secret}{field}" : Secret + field))];
        Task Runs(string sql) => app.Query(db => db.Database.ExecuteSqlRawAsync(sql));

        await Runs("ALTER TABLE deliveries RENAME TO elsewhere");
        var broken = await app.Opens($"/f/contact/confirmation/{Receipt.New()}?email={Secret}@example.com");
        await Runs("ALTER TABLE elsewhere RENAME TO deliveries");
        var thanked = await app.IsThanked("/f/contact", [("email", Secret + "@example.com"), .. typed]);
        var refused = await app.Sends("/f/contact", [("email", Secret), .. typed]);
        var json = await app.Creates($$"""{"email":"{{Secret}}2@example.com","{{Secret}}":1}""",
            headers: ("Idempotency-Key", Secret));
        var malformed = await app.Creates(Secret);
        app.ReplyIo.State.Play(Scene.Refuse, calls: 1);
        var attention = await app.IsThanked("/f/contact", ("email", Secret + "3@example.com"), ("accountId", "4"));
        var nowhere = await app.Opens($"/{Secret}?{Secret}={Secret}");
        var noForm = await app.SendsRaw($"/f/{Secret}?{Secret}", Secret, "text/plain");
        var noReceipt = await app.Asks($"/api/leads/{Secret}");
        await Runs("ALTER TABLE leads RENAME TO elsewhere");
        var notStored = await app.Sends("/f/contact", [("email", Secret + "4@example.com"), ("firstName", Secret)]);
        await Runs("ALTER TABLE elsewhere RENAME TO leads");

        Assert.Equal((500, 422, 201, 400, 404, 404, 404, 503), (broken.Status, refused.Status, json.Status, malformed.Status,
            nowhere.Status, noForm.Status, noReceipt.Status, notStored.Status));
        Assert.Equal(("delivered", "needs-attention"), (thanked.Delivery, attention.Delivery));
        var calls = app.ReplyIo.State.Calls.Count;
        var receipts = await app.Query(db => db.Leads.Select(lead => lead.Receipt).ToListAsync());
        var log = string.Join('\n', await app.EndsWithLog());
        Assert.DoesNotContain(Secret, log, StringComparison.OrdinalIgnoreCase);
        Assert.All(receipts, receipt => Assert.DoesNotContain(receipt[..8], log, StringComparison.Ordinal));
        string[] requests =
        [
            "GET /f/{slug}/confirmation/{receipt} 500", "POST /f/{slug} 422", "POST /api/forms/{slug}/leads 400",
            "GET (no route) 404", "POST /f/{slug} 404", "GET /api/leads/{receipt} 404", "POST /f/{slug} 503",
        ];
        Assert.Equal(requests, Lines(log, " ms").Where(line => line.Contains(" in ", StringComparison.Ordinal))
            .Select(line => line[..line.IndexOf(" in ", StringComparison.Ordinal)]));
        Assert.Equal((3, calls), (calls, Lines(log, " for lead ").Count()));
    }

    private static IEnumerable<string> Lines(string log, string part) => log.Split('\n')
        .Where(line => line.Contains(part, StringComparison.Ordinal) && line.Contains(']', StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf(']', StringComparison.Ordinal) + 2)..]);
}
