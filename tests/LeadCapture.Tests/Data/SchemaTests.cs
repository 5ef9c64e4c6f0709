using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Settings;
using LeadCapture.Tests.Localization;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadCapture.Tests.Data;

public class SchemaTests
{
    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_with_one_line()
    {
        var data = await TestApp.Start();
        await data.Submits("ann@example.com");
        await data.Query(db => db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Future', '99.0.0')
            """));
        await data.Stop();

        var (exitCode, error) = await TestProgram.Refusal(data);

        Assert.Equal(1, exitCode);
        Assert.Contains("29990101000000_Future", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
        await data.ReplyIo.DisposeAsync();
        Directory.Delete(data.Folder, recursive: true);
    }

    [Fact]
    public void The_migrations_make_the_schema_that_the_program_uses()
    {
        using var sqlite = new SqliteLeadDb(new DbContextOptionsBuilder<SqliteLeadDb>().UseSqlite("Data Source=none").Options);
        using var postgreSql = new PostgreSqlLeadDb(
            new DbContextOptionsBuilder<PostgreSqlLeadDb>().UseNpgsql("Host=none").Options);

        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(postgreSql.Database.HasPendingModelChanges());
    }

    /// A new database gets its tables by these scripts. After a new migration: LEADCAPTURE_WRITE_SCHEMA=1.
    [Fact]
    public async Task The_scripts_of_a_new_database_are_what_the_migrations_make()
    {
        await using var sqlite = new SqliteLeadDb(new DbContextOptionsBuilder<SqliteLeadDb>().UseSqlite("Data Source=none").Options);
        await using var postgreSql = new PostgreSqlLeadDb(
            new DbContextOptionsBuilder<PostgreSqlLeadDb>().UseNpgsql("Host=none").Options);

        foreach (var (db, name) in ((LeadDb, string)[])[(sqlite, "Sqlite"), (postgreSql, "PostgreSql")])
        {
            var file = Path.Combine(SourceTexts.Root, "Data/Migrations", name + ".sql");
            var made = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions).TrimEnd() + "\n";
            if (Environment.GetEnvironmentVariable("LEADCAPTURE_WRITE_SCHEMA") == "1")
                await File.WriteAllTextAsync(file, made, TestContext.Current.CancellationToken);

            Assert.Equal(made, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }
    }

    /// A number that changed its meaning would change what is stored.
    [Fact]
    public void The_numbers_of_stored_words_stay_what_they_are()
    {
        using var db = new SqliteLeadDb(new DbContextOptionsBuilder<SqliteLeadDb>().UseSqlite("Data Source=none").Options);
        var words = db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
            .Select(property => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType)
            .Where(type => type.IsEnum).Distinct().OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => $"{type.Name}: " + string.Join(", ", Enum.GetValuesAsUnderlyingType(type).Cast<int>()
                .Select(number => $"{number} {Enum.GetName(type, number)}")));

        Assert.Equal(
            """
            AlertKind: 0 NeedsAttention, 1 KeyRefused, 2 StuckBacklog, 3 ChannelFault, 4 MappingDrift
            AttemptKind: 0 Create, 1 LookUp, 2 Find, 3 Update, 4 AddToList, 5 Enroll, 6 Unenroll
            CatalogueGap: 0 NoKey, 1 SendingPaused, 2 LimitReached, 3 NotPermitted, 4 NotOffered, 5 NotRead
            Cause: 0 Created, 1 Found, 2 NotFound, 3 LookUpNotOffered, 4 RateLimited, 5 KeyRefused, 6 NotReached, 7 NoAnswer, 8 ServerError, 9 NotAContact, 10 Rejected, 11 AnotherContact, 12 TooManyPages, 13 NotSent, 14 ChannelFault, 15 Updated, 16 Listed, 17 Enrolled, 18 AlreadyEnrolled, 19 Unenrolled
            Counted: 0 View, 1 Start, 2 Send, 3 Stop, 4 Time
            DeliveryPriority: 0 New, 1 Retry, 2 Resubmission
            DeliveryState: 0 Waiting, 1 Unconfirmed, 2 Delivered, 3 NeedsAttention, 4 Quarantined, 5 Discarded
            DeliveryStep: 0 Contact, 1 Lists, 2 Sequence, 3 ReadBack, 4 Removal
            ExistingContact: 0 Create, 1 Update, 2 Leave
            GateReason: 0 None, 1 RateLimited, 2 KeyRefused, 3 Outage, 4 ByHand, 5 ChannelFault
            LinkKind: 0 SetUp, 1 Invitation, 2 NewPassword, 3 Recovery
            NoticeRhythm: 0 AtOnce, 1 Hourly, 2 Daily
            Outcome: 0 Accepted, 1 NotNow, 2 Refused, 3 Unknown
            Role: 0 Viewer, 1 Operator, 2 Admin, 3 Owner
            RunLeadState: 0 Pending, 1 UnderWay, 2 Done, 3 Failed, 4 Skipped
            RunOrder: 0 Resubmit, 1 Discard, 2 Restore, 3 Release, 4 Fix, 5 Correct, 6 Undo, 7 Import, 8 ImportOnly, 9 NewLeads, 10 Enroll, 11 Unenroll
            RunState: 0 Collecting, 1 Running, 2 Paused, 3 Stopped, 4 Cancelled, 5 Done
            SmtpSecurity: 0 StartTls, 1 Tls, 2 None
            SpamEntryKind: 0 Allowed, 1 Blocked
            TryKind: 0 Password, 1 Device, 2 Confirmation, 3 Code, 4 Nobody
            WebhookEvent: 0 Created, 1 Delivered, 2 NeedsAttention, 3 Test
            WebhookEvents: 0 None, 1 Created, 2 Delivered, 4 NeedsAttention, 7 All
            WebhookState: 0 Waiting, 1 Delivered, 2 Failed
            """, string.Join('\n', words));
    }

    [Fact]
    public async Task A_second_program_starts_on_PostgreSQL_and_is_refused_on_the_same_SQLite_folder()
    {
        await using var first = await TestApp.Start();
        var second = new TestAppPlan { Continues = first, OwnsData = false };

        if (TestApp.OnPostgreSql)
        {
            await using var other = await TestApp.Start(second);
            await other.Submits("ann@example.com");
            await first.IsDelivered("ann@example.com");
        }
        else
        {
            var refusal = await Assert.ThrowsAsync<SettingException>(() => TestApp.Start(second));
            Assert.Contains("no other LeadCapture is using", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_second_program_is_refused_on_the_same_SQLite_file_from_another_folder()
    {
        if (TestApp.OnPostgreSql)
            return;
        await using var first = await TestApp.Start();
        var link = Path.Combine(first.Folder, "link.db");
        File.CreateSymbolicLink(link, first.FileOf());

        foreach (var file in (string[])[first.FileOf(), link])
        {
            var refusal = await Assert.ThrowsAsync<SettingException>(
                () => TestApp.Start($"ConnectionStrings:LeadCapture=Data Source={file}"));
            Assert.StartsWith("ConnectionStrings:LeadCapture: expected", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nodes_that_start_together_on_a_new_database_agree_on_its_forms()
    {
        if (!TestApp.OnPostgreSql)
        {
            await using var only = await TestApp.Start(new TestAppPlan { HasSchema = false });
            Assert.Equal(3, await only.Query(db => db.Forms.CountAsync()));
            return;
        }
        var database = await (await PostgreSqlServer.Running).NewDatabase();
        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => TestApp.Start(new TestAppPlan
        {
            Settings = [$"ConnectionStrings:LeadCapture={database}"],
        })));

        Assert.Equal(3, await nodes[0].Query(db => db.Forms.CountAsync()));
        foreach (var node in nodes)
            await node.DisposeAsync();
    }

    [Fact]
    public async Task A_database_that_the_server_does_not_have_is_made()
    {
        if (!TestApp.OnPostgreSql)
            return;
        var server = await PostgreSqlServer.Running;
        var database = await server.NewDatabase();
        await server.Drop(database);

        await using var app = await TestApp.Start($"ConnectionStrings:LeadCapture={database}");
        await app.Submits("ann@example.com");

        await app.IsDelivered("ann@example.com");
    }

    [Fact]
    public async Task A_database_that_will_not_do_stops_the_start_with_one_line()
    {
        if (!TestApp.OnPostgreSql)
            return;
        var server = await PostgreSqlServer.Running;
        foreach (var (database, takes) in ((string, string)[])
            [(await server.NewLatinDatabase(), "a database with the encoding UTF8"), (await server.NewDatabaseOfAnother(), "a user who may create tables")])
        {
            var refusal = await Assert.ThrowsAsync<SettingException>(() => TestApp.Start($"ConnectionStrings:LeadCapture={database}"));

            Assert.StartsWith("ConnectionStrings:LeadCapture: expected " + takes, refusal.Message, StringComparison.Ordinal);
            await server.Drop(database);
        }
    }

    [Fact]
    public async Task A_first_start_logs_no_error()
    {
        await using var app = await TestApp.Start(new TestAppPlan { HasSchema = false });

        Assert.DoesNotContain(await app.EndsWithLog(), line => line.Contains("[ERR]", StringComparison.Ordinal));
    }
}
