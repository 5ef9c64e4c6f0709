using System.Data.Common;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using LeadCapture.Admin.Leads;
using LeadCapture.Admin.Runs;
using LeadCapture.Alerts;
using LeadCapture.Alerts.Notices;
using LeadCapture.Data;
using LeadCapture.Deliveries.Queue;
using LeadCapture.Deliveries;
using LeadCapture.Leads.Search;
using LeadCapture.Sandbox;
using LeadCapture.Settings;
using LeadCapture.Submissions;
using LeadCapture.Tests.Catalogue;
using LeadCapture.Tests.Support;
using LeadCapture.Webhooks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LeadCapture.Tests.Data;

/// A million leads are no slower than a hundred: nothing that the application asks goes through a whole table.
public sealed class PlanTests
{
    /// A sequence of the sandbox.
    private const int DecisionMakers = 200;

    [Fact]
    public async Task Every_question_is_answered_through_an_index_and_every_index_answers_one()
    {
        var asked = new AskedSql();
        var unlimited = await TestApp.Start(new TestAppPlan { Settings = RefusalSteps.Unlimited, Configure = asked.Watch });
        await unlimited.Opens(await unlimited.Submits("first@example.com"));
        await unlimited.Submits("second@example.com");
        await unlimited.IsDelivered("first@example.com");
        await PlansAhead(unlimited);
        await unlimited.Stop();
        await using var app = await TestApp.Start(new TestAppPlan
        {
            Continues = unlimited,
            Configure = asked.Watch,
            Settings = ["Database:Restored=true"],
        });
        await using var database = await Open(app);
        await Live(app, database);
        // The indexer asks it where more leads wait than these.
        await app.Services.GetRequiredService<LeadIndex>().Newest(Guid.Empty);
        await Fill(database);

        var statements = asked.Statements.Where(statement => Plans.IsAboutLeads(statement.Key)).ToList();
        var scans = await Scans(database, statements);
        Assert.True(scans == "", scans);
        if (!TestApp.OnPostgreSql)
            Assert.All(SqlOfTheProgram(), sql => Assert.Contains(
                statements, statement => statement.Key.Contains(sql, StringComparison.Ordinal)));
        foreach (var index in await database.Indexes())
        {
            await using var trial = await database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await database.Run($"DROP INDEX \"{index}\"", trial);
            Assert.True(await Scans(database, statements, trial) != "", $"Nothing needs {index}.");
        }
    }

    /// By a clock that is ten years ahead.
    private static async Task PlansAhead(TestApp app)
    {
        await using var database = await Open(app);
        var ahead = TestApp.OnPostgreSql ? "interval '10 years'" : $"{TimeSpan.FromDays(3650).Ticks}";
        await database.Run($$"""
            UPDATE deliveries SET state = 0, step = 2, due_at = delivered_at + {{ahead}}, delivered_at = delivered_at + {{ahead}},
                follow_up_json = '{"sequenceId":{{DecisionMakers}},"enrollment":"Planned","plannedAt":"2999-01-01T00:00:00Z","enrollAt":"2999-01-01T00:00:00Z"}'
            WHERE email = 'first@example.com'
            """);
    }

    /// All that happens to leads, and all that is asked about them.
    private static async Task Live(TestApp app, DbConnection database)
    {
        var path = await app.Submits("ann@example.com");
        await app.IsDelivered("ann@example.com");
        await app.Opens(path);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var twice = await app.Creates("""{ "email": "bob@example.com", "submissionId": "twice" }""");
            using var status = await app.Answers(HttpMethod.Get, twice.Location!, headers: ("Origin", "https://www.example.com"));
        }
        await app.Submits("eve@example.com");
        await app.Publishes("contact", form => form with { MaxLeads = 1 });
        using (await app.Posts("/f/contact", Visits.Email, ("submissionId", "too many")))
            await app.Publishes("contact", form => form with { MaxLeads = null });
        app.ReplyIo.State.Play(Scene.CutAfter, calls: 1);
        await app.Submits("carl@example.com");
        await app.IsDelivered("carl@example.com");
        // So slow that whoever waits for it asks.
        app.ReplyIo.State.Play(new(Scene.Slow, Calls: 1, Delay: TimeSpan.FromSeconds(1)));
        await app.Submits("slow@example.com");
        await database.Run("""
            UPDATE deliveries SET state = 0, attempt_id = (SELECT id FROM attempts ORDER BY id LIMIT 1), due_at = delivered_at
            WHERE lead_id = (SELECT id FROM leads WHERE email = 'ann@example.com')
            """);
        // So often without an answer that it matters whether others get through.
        await database.Run("""
            UPDATE deliveries SET state = 1, lost_creates = 3, unresolved_since = delivered_at, due_at = delivered_at
            WHERE lead_id = (SELECT id FROM leads WHERE email = 'carl@example.com')
            """);
        await app.Services.GetRequiredService<DeliveryQueue>().ClaimDue();
        await app.IsDelivered("ann@example.com");
        await app.IsDelivered("carl@example.com");
        await Tells(app, database);
        await app.Reads("/health/ready");
        await app.Reads("/metrics");
        await Asks(app);
        await Captures(app);
        await LooksAfter(app);
    }

    /// What tablets hand over: what is as it should be, late, wrong, and unreadable.
    private static async Task Captures(TestApp app)
    {
        using var owner = await AdminBrowser.SignedIn(app);
        var tablet = await Tablet.At(app, owner);
        await tablet.HandsOver(
            tablet.Captures(("email", "tablet@example.com"), ("notes", "Wants a demo")), tablet.Captures(("email", "no address")),
            tablet.Seals("unreadable", ++tablet.Captured));
        await app.IsDelivered("tablet@example.com");
        foreach (var page in (string[])["devices", "events/1/report", "events/1/report.csv", "events/1/ready"])
            Assert.Equal(200, (await owner.Gets("/admin/" + page)).Status);
        await owner.Does("/admin/events/1/open");
        await owner.Gets(await app.PathOf("tablet@example.com"));
    }

    /// What people ask and do in the admin area.
    private static async Task LooksAfter(TestApp app)
    {
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);
        foreach (var query in (string[])
        [
            "", "?state=Delivered", "?cause=NoAnswer", "?cause=NoAnswer&state=Waiting", "?step=NotListed", "?step=NotEnrolled&form=contact",
            "?step=ToBeEnrolled", "?step=NotEnrolled&order=Email", "?form=contact", "?form=contact&channel=Page",
            "?from=2026-01-01", "?from=2026-01-01&to=2026-12-31&state=Waiting&form=contact", "?order=Oldest", "?order=Oldest&form=contact",
            "?order=Email", "?order=Email&state=Waiting&form=contact", "?order=EmailBackwards", "?order=EmailBackwards&form=contact",
            "?order=Email&channel=Booth",
        ])
        {
            Assert.Equal(200, (await browser.Gets("/admin/leads" + query)).Status);
            Assert.Equal(200, (await browser.Gets("/admin/leads.csv" + query)).Status);
        }
        var path = await app.PathOf("ann@example.com");
        foreach (var order in (string[])["Oldest", "Email", "EmailBackwards"])
            foreach (var form in (string[])["", "&form=contact"])
                await browser.Gets($"/admin/leads?order={order}{form}&before={path[^36..]}");
        await browser.Imports(Sheet.Of(await browser.Gets("/admin/leads.csv")).With("ann@example.com", "Company", "Sun Ltd"));
        foreach (var text in (string[])["ann@", path[^36..], "K7Q2-F9TX", "Ann Lee", "an", "+1 415 555"])
            await browser.Posts("/admin/leads/search", ("text", text));
        await browser.SendsForm(await browser.Gets(path + "/correction"), "save", ("firstName", "Anna"), ("why", "a typing error"));
        await browser.Decides(await browser.Gets(path), "resubmit", ("agreed", "true"));
        await app.IsDelivered("ann@example.com");
        await Runs(app, browser);
        await Fails(app, browser);
    }

    /// The same fault once: looked at, fixed, and put back.
    private static async Task Fails(TestApp app, AdminBrowser browser)
    {
        await app.IsRefusedFor("lead1@example.com", ("phone", "030 123456"));
        var (group, fix) = (await app.GroupOf("lead1@example.com"), await app.FixPageOf("lead1@example.com"));
        foreach (var page in (string[])
            ["/admin/failures", fix, "/admin/leads?group=" + group, "/admin/leads?group=others", "/admin/leads?order=Email&group=" + group])
            Assert.Equal(200, (await browser.Gets(page)).Status);
        Assert.Equal(200, (await browser.Posts(fix, FixSteps.GermanCode)).Status);
        var run = await browser.Applies(app, FixSteps.GermanCode);
        await app.Reaches(run, RunState.Done);
        await app.Reaches((await browser.Posts(run + "/undo")).To!, RunState.Done);
    }

    /// Many leads at once.
    private static async Task Runs(TestApp app, AdminBrowser browser)
    {
        foreach (var form in (string[])["", "contact"])
        {
            await app.Crowd(2, DeliveryState.Quarantined, "crowd" + form);
            var path = await browser.Orders(("order", "Release"), ("all", "true"), ("form", form), ("from", "2026-01-01"));
            await app.Reaches(path, RunState.Done);
            foreach (var page in (string[])["", "/leads", "/leads?state=Done&after=1", "/leads?after=1"])
                Assert.Equal(200, (await browser.Gets(path + page)).Status);
        }
        var enrolling = await browser.Enrolls(DecisionMakers);
        await app.Reaches(enrolling, RunState.Done);
        await app.Reaches((await browser.Posts(enrolling + "/undo")).To!, RunState.Done);
        await app.Crowd(1, DeliveryState.Quarantined, "one");
        await browser.Orders(("order", "Release"), ("lead", (await app.PathOf("one1@example.com"))[^36..]));
    }

    /// A lead that waits, and somebody who wants to hear of it.
    private static async Task Tells(TestApp app, DbConnection database)
    {
        await app.Services.GetRequiredService<SecretBox>().Write(AlertSettings.Webhook, "http://127.0.0.1:1/");
        await database.Run("UPDATE alert_settings SET stuck_minutes = 0");
        await app.Services.GetRequiredService<GateSwitch>().Pause("");
        await app.Submits("dora@example.com");
        await app.Services.GetRequiredService<AlertWatch>().Look(CancellationToken.None);
        await app.Services.GetRequiredService<GateSwitch>().Resume();
        await app.IsDelivered("dora@example.com");
        await TellsOfForm(app);
    }

    /// A program and a chat that want to hear of a form's leads, since yesterday.
    private static async Task TellsOfForm(TestApp app)
    {
        var yesterday = DateTime.UtcNow.AddDays(-1);
        var webhook = new Webhook
        {
            FormId = 1,
            Address = "http://127.0.0.1:1/",
            Events = WebhookEvents.All,
            IncludesAnswers = true,
            HearsSince = yesterday,
        };
        var notice = LeadNotice.Of(1, yesterday);
        notice.HasChat = true;
        await app.Query(db =>
        {
            db.AddRange(webhook, notice);
            return db.SaveChangesAsync();
        });
        await app.Services.GetRequiredService<SecretBox>().Write(Webhook.SecretOf(webhook.Id), Webhook.NewSecret());
        await app.Services.GetRequiredService<NoticeWatch>().Look(CancellationToken.None);
        await app.Services.GetRequiredService<WebhookWatch>().Look(CancellationToken.None);
        await TestApp.Eventually(() => app.Query(db => db.WebhookMessages.AnyAsync(message => message.Attempts > 0)), "tried");
    }

    private static async Task Asks(TestApp app)
    {
        var figures = app.Services.GetRequiredService<Figures>();
        await figures.Days(14, CancellationToken.None);
        await figures.Times(CancellationToken.None);
        await figures.BudgetLeft();
        await app.AsksForBudget();
        app.ReplyIo.State.RenameCustomField("budget", null);
        Assert.Null((await app.Checks()).Problem);
        await app.Services.GetRequiredService<Clicks>().Next(new string('0', 32), (await app.DeliveryOf("ann@example.com")).Lead!);
        await app.Query(db => db.Deliveries.Newest(null, null, 50).Include(delivery => delivery.Lead).ToListAsync());
        await app.Query(db => db.Deliveries.Newest(null, Guid.CreateVersion7(), 50).ToListAsync());
        foreach (var state in Enum.GetValues<DeliveryState>())
            await app.Query(db => db.Deliveries.Newest(state, null, 50).Include(delivery => delivery.Lead).ToListAsync());
        await app.Query(db => db.Deliveries.Newest(default(DeliveryState), Guid.CreateVersion7(), 50).ToListAsync());
        await app.Query(db => db.Deliveries.WithEmail("ann@", 50).Include(delivery => delivery.Lead).ToListAsync());
    }

    private static async Task<DbConnection> Open(TestApp app)
    {
        DbConnection connection = TestApp.OnPostgreSql
            ? new NpgsqlConnection(app.Database + ";Options=-c enable_seqscan=off")
            : new SqliteConnection($"Data Source={Path.Combine(app.Folder, "leadcapture.db")};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    /// SQLite plans by the schema alone. PostgreSQL plans by what is there, so it gets enough to make an index worth it.
    private static Task Fill(DbConnection database) => !TestApp.OnPostgreSql ? Task.CompletedTask : database.Run("""
        INSERT INTO leads (id, receipt, form_id, form_version, submission_id, received_at, channel, email, answers_json, answers_hash,
            answers_version)
        SELECT gen_random_uuid(), number::text, 1, 1, number::text, now(), 'Page', number || '@example.com', '{}', '', 0
        FROM generate_series(1, 20000) AS number;
        INSERT INTO deliveries (lead_id, state, priority, due_at, email, attempts, failures, waited_milliseconds, lost_creates,
            empty_look_ups, is_own_contact, is_restored, step, existing_contact, form_id, channel)
        SELECT id, CASE part WHEN 0 THEN 0 WHEN 1 THEN 3 ELSE 2 END, part % 3, CASE part WHEN 0 THEN now() + random() * interval '1 hour' END,
            email, 1, 0, 0, 0, 0, FALSE, FALSE, 0, 0, 1, 'Page'
        FROM (SELECT id, email, row_number() OVER () % 20 AS part FROM leads) AS parts ON CONFLICT DO NOTHING;
        INSERT INTO attempts (id, lead_id, kind, started_at, counts_at, calls, answers_version)
        SELECT gen_random_uuid(), id, 0, now(), now() - random() * interval '90 days', 1, 0 FROM leads;
        ANALYZE;
        """);

    private static async Task<string> Scans(DbConnection database,
        IEnumerable<KeyValuePair<string, IReadOnlyList<(string Name, object? Value)>>> statements, DbTransaction? trial = null)
    {
        List<string> scans = [];
        foreach (var (batch, values) in statements)
            // Of several statements in one text only the first would be explained, and the others carried out.
            foreach (var sql in batch.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                if (await database.ScanOf(sql, values, trial) is { } scan)
                    scans.Add($"{scan.Trim()}\nin {sql}\n");
        return string.Join('\n', scans);
    }

    /// Every literal of the program that is SQL about leads, but for PostgreSQL's own look at what is due, and the index of the search,
    /// which is another in each database.
    private static List<string> SqlOfTheProgram()
    {
        using var program = new PEReader(File.OpenRead(typeof(LeadCaptureApp).Assembly.Location));
        var metadata = program.GetMetadataReader();
        var other = (PostgreSqlTransaction)RuntimeHelpers.GetUninitializedObject(typeof(PostgreSqlTransaction));
        List<string> literals = [];
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
            literals.Add(metadata.GetUserString(handle));
        return
        [
            .. literals.Where(Plans.IsAboutLeads).Except([other.DueSql])
                .Where(sql => !sql.Contains("search_entries", StringComparison.Ordinal)),
        ];
    }
}
