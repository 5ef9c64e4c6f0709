using System.Net;
using LeadCapture.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace LeadCapture.Tests.Sandbox;

public class KnownContactTests
{
    private const string Known = """{"email":"ann@example.com","firstName":"Ann","phone":"+1-415-555-0123"}""";
    private static readonly DateTimeOffset LastYear = new(2025, 3, 8, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider noon = new(LastYear.AddYears(1));

    [Theory]
    [InlineData(Duplicates.Update, HttpStatusCode.Created)]
    [InlineData(Duplicates.UpdateWith200, HttpStatusCode.OK)]
    public async Task A_create_overwrites_a_known_contact_and_keeps_its_adding_date(Duplicates way, HttpStatusCode status)
    {
        await using var sandbox = await SandboxClient.Start(SandboxClient.At(noon) with { Duplicates = way });
        sandbox.State.Know(Known, LastYear);

        var reply = await sandbox.Creates("""{"email":"ANN@example.com","notes":"New"}""");

        Assert.Equal((status, 1001), (reply.Status, (int?)reply.Json["id"]));
        Assert.Equal("2025-03-08T12:00:00+00:00", (string?)reply.Json["addingDate"]);
        Assert.Equal(("+1-415-555-0123", "New"), ((string?)reply.Json["phone"], (string?)reply.Json["notes"]));
    }

    [Fact]
    public async Task A_create_can_make_a_second_contact_beside_a_known_one()
    {
        await using var sandbox = await SandboxClient.Start(SandboxClient.At(noon));
        sandbox.State.Know(Known, LastYear);
        sandbox.State.Duplicates = Duplicates.CreateAgain;

        await sandbox.Creates(SandboxClient.Ann);
        var found = await sandbox.Posts("/v4/contacts/filter", """{"searchTerm":"ann@example.com"}""");

        Assert.Equal(["2025-03-08T12:00:00+00:00", "2026-03-08T12:00:00+00:00"],
            found.Json["items"]!.AsArray().Select(contact => (string?)contact!["addingDate"]));
    }

    [Fact]
    public async Task To_be_known_is_no_create()
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Know(Known);

        var before = (sandbox.State.Created, sandbox.State.CreatesOf("ann@example.com"), sandbox.State.Contacts[0].CreatedTimes);
        await sandbox.Creates(SandboxClient.Ann);
        var first = sandbox.State.Doubled;
        await sandbox.Creates(SandboxClient.Ann);

        Assert.Equal((0L, 0, 0), before);
        Assert.Equal((0L, 1L), (first, sandbox.State.Doubled));
    }

    [Fact]
    public async Task Only_what_Reply_io_could_hold_can_be_known()
    {
        await using var sandbox = await SandboxClient.Start();

        Assert.Throws<FormatException>(() => sandbox.State.Know("""{"email":"ann"}"""));
    }

    [Fact]
    public async Task A_known_person_and_the_way_of_duplicates_can_be_ordered_over_HTTP()
    {
        await using var sandbox = await SandboxClient.Start(SandboxClient.At(noon));

        await Orders(sandbox, "known", "email=ann@example.com&firstName=Ann&days=365");
        await Orders(sandbox, "duplicates", "duplicates=refuse");

        Assert.Equal("2025-03-08T12:00:00+00:00", (string?)(await sandbox.Gets("/v4/contacts/1001")).Json["addingDate"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.Creates(SandboxClient.Ann)).Status);
        sandbox.State.Reset();
        Assert.Equal(Duplicates.Update, sandbox.State.Duplicates);
    }

    [Theory]
    [InlineData("known", "", "/email")]
    [InlineData("known", "email=ann@example.com&days=-1", "/days")]
    [InlineData("known", "email=ann", "")]
    [InlineData("duplicates", "duplicates=0", "/duplicates")]
    public async Task A_wrong_order_is_refused(string what, string order, string wrong)
    {
        await using var sandbox = await SandboxClient.Start();

        var reply = await Orders(sandbox, what, order);

        Assert.Equal((HttpStatusCode.BadRequest, wrong), (reply.Status, reply.Pointer));
    }

    private static async Task<Reply> Orders(SandboxClient sandbox, string what, string form)
    {
        using var content = new StringContent(form, null, "application/x-www-form-urlencoded");
        using var response = await sandbox.Http.PostAsync($"/_sandbox/{what}", content, TestContext.Current.CancellationToken);
        return await Reply.Of(response);
    }
}
