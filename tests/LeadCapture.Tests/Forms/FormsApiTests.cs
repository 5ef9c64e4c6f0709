using LeadCapture.Leads;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Forms;

public class FormsApiTests
{
    private const string Ann = """{"email":"ann@example.com","firstName":"Ann"}""";

    [Fact]
    public async Task A_created_lead_is_answered_with_where_to_find_it()
    {
        await using var app = await TestApp.Start();

        var created = await app.Creates(Ann);

        Assert.Equal((201, "application/json", "delivered"), (created.Status, created.Type, created["delivery"]));
        Assert.Equal($"/api/leads/{created["receipt"]}", created.Location);
        Assert.Equal($"{app.Address}f/contact/confirmation/{created["receipt"]}", created["confirmationUrl"]);
        Assert.Equal((await app.DeliveryOf("ann@example.com")).LeadId, Guid.Parse(created["leadId"]!));
        Assert.Equal(200, (await app.Opens(created["confirmationUrl"]!)).Status);
        var lead = await app.Asks(created.Location!);
        Assert.Equal((200, "delivered", "Ann"),
            (lead.Status, lead["delivery"], lead.Body.GetProperty("contact").GetProperty("firstName").GetString()));
    }

    [Fact]
    public async Task The_same_key_or_submission_id_again_is_the_same_lead()
    {
        await using var app = await TestApp.Start();
        const string withId = """{"email":"bob@example.com","submissionId":"s-1"}""";

        var first = await app.Creates(Ann, headers: ("Idempotency-Key", "k-1"));
        var again = await app.Creates(Ann, headers: ("Idempotency-Key", "k-1"));
        var bob = await app.Creates(withId);
        var bobAgain = await app.Creates(withId);
        var without = await app.Creates(Ann);
        var elsewhere = await app.Creates(Ann, "event-booth", ("Idempotency-Key", "k-1"));

        Assert.Equal((201, 200, 201, 200, 201), (first.Status, again.Status, bob.Status, bobAgain.Status, without.Status));
        Assert.Equal((first["leadId"], first["receipt"], first["delivery"]),
            (again["leadId"], again["receipt"], again["delivery"]));
        Assert.Equal(bob["leadId"], bobAgain["leadId"]);
        Assert.Equal(201, elsewhere.Status);
        Assert.NotEqual(first["leadId"], elsewhere["leadId"]);
        Assert.Equal(4, await app.Query(db => db.Leads.CountAsync()));
        Assert.Equal(1, app.ReplyIo.State.CreatesOf("bob@example.com"));
    }

    [Fact]
    public async Task What_is_wrong_stands_under_the_name_it_was_sent_with()
    {
        await using var app = await TestApp.Start();

        var problem = await app.Creates("""
            {"email":"ann@","firstName":["Ann"],"accountId":"x","title":{},"lastName":"\ud800","city":true,
             "submissionId":"a\u0007",
             "customFields":[{"key":"","value":"1"},{"key":"a","value":"1"},7,{"key":"A","value":{}},{"value":"\udc00x"}]}
            """);

        Assert.Equal((422, "application/problem+json", "422"), (problem.Status, problem.Type, problem["status"]));
        var names = problem.Body.GetProperty("errors").EnumerateObject().Select(error => error.Name)
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            ["accountId", "city", "customFields[0].key", "customFields[2]", "customFields[3].key", "customFields[3].value",
                "customFields[4].value", "email", "firstName", "lastName", "submissionId", "title"], names);
        Assert.Equal("Enter an email address like name@example.com", problem.ErrorOf("email"));
    }

    [Fact]
    public async Task A_required_custom_field_that_was_not_sent_is_named_by_its_key()
    {
        await using var app = await TestApp.Start();
        await app.RequiresConsent();

        var problem = await app.Creates("""{"email":"ann@example.com"}""", "landing-page");
        var refused =
            await app.Creates("""{"email":"ann@example.com","customFields":[{"key":"consent","value":false}]}""", "landing-page");
        var taken =
            await app.Creates("""{"email":"ann@example.com","customFields":[{"key":"consent","value":true}]}""", "landing-page");

        Assert.Equal("Tick the box so that we may contact you", problem.ErrorOf("customFields[consent].value"));
        Assert.Equal("Tick the box so that we may contact you", refused.ErrorOf("customFields[0].value"));
        Assert.Equal(201, taken.Status);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"ann@example.com\"")]
    [InlineData("42")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("""{"\ud800":1,"email":"a@example.com"}""")]
    [InlineData("""{"email":"a@example.com","customFields":[{"\ud800":1}]}""")]
    [InlineData("""{"email":"a@example.com","customFields":{"a":"b"}}""")]
    public async Task JSON_of_another_shape_is_a_problem_and_no_fault(string body)
    {
        await using var app = await TestApp.Start();

        var problem = await app.Creates(body);

        Assert.Equal((422, "application/problem+json"), (problem.Status, problem.Type));
    }

    [Theory]
    [InlineData("""{ "email": "a@example.com", "customFields": [{ "key": "a", "value": "1" }], "customFields": [] }""", "customFields")]
    [InlineData("""{ "email": "a@example.com", "email": "b@example.com" }""", "email")]
    [InlineData("""{ "email": "a@example.com", "page": "x", "p\u0061ge": "y" }""", "page")]
    [InlineData("""{ "email": "a@example.com", "utm": "x", "utm": "y" }""", "utm")]
    [InlineData("""{ "email": "a@example.com", "customFields": [{ "key": "a", "value": "1", "value": "2" }] }""", "value")]
    public async Task A_body_with_a_member_twice_is_refused_because_one_of_them_would_be_lost(string body, string member)
    {
        await using var app = await TestApp.Start();

        var problem = await app.Creates(body);

        Assert.Equal((400, "application/problem+json"), (problem.Status, problem.Type));
        Assert.Contains($"“{member}” twice", problem["detail"], StringComparison.Ordinal);
        Assert.Equal(0, app.ReplyIo.State.Received);
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("{\n \"email\": ann}", 2, 11)]
    [InlineData("email=ann", 1, 1)]
    [InlineData("{}{}", 1, 3)]
    public async Task Malformed_JSON_is_told_by_line_and_position(string body, int line, int position)
    {
        await using var app = await TestApp.Start();

        var problem = await app.Creates(body);

        Assert.Equal((400, "application/problem+json"), (problem.Status, problem.Type));
        Assert.Equal($"The body is not JSON: line {line}, byte {position}.", problem["detail"]);
    }

    [Fact]
    public async Task JSON_without_end_in_depth_is_malformed()
    {
        await using var app = await TestApp.Start();

        var problem = await app.Creates(string.Concat(Enumerable.Repeat("{\"a\":[", 10_000)));

        Assert.Equal(400, problem.Status);
    }

    [Fact]
    public async Task Numbers_booleans_and_null_are_taken_and_unknown_members_are_named()
    {
        await using var app = await TestApp.Start();

        var created = await app.Creates("""
            {"email":"ann@example.com","phone":4155550123,"accountId":42.0,"title":null,"nickname":"A","utm":{"a":1},
             "customFields":[{"key":"seats","value":12},{"key":"vip","value":true},{"key":"left","value":null}]}
            """);

        Assert.Equal(201, created.Status);
        Assert.Equal(["nickname", "utm"], created.Body.GetProperty("ignored").EnumerateArray().Select(name => name.GetString()));
        var contact = created.Body.GetProperty("contact");
        Assert.Equal((42, "4155550123"), (contact.GetProperty("accountId").GetInt32(), contact.GetProperty("phone").GetString()));
        Assert.Equal("""[{"key":"seats","value":"12"},{"key":"vip","value":"yes"}]""", contact.GetProperty("customFields")
            .GetRawText());
    }

    [Fact]
    public async Task The_published_form_tells_everything_a_program_needs_to_show_it()
    {
        await using var app = await TestApp.Start();

        var form = await app.Asks("/api/forms/event-booth");

        Assert.Equal((200, "event-booth", "1", "Nice to meet you", "Contact", "False"),
            (form.Status, form["slug"], form["version"], form["title"], form["confirmation"], form["freeCustomFields"]));
        var interest = form.Body.GetProperty("fields").EnumerateArray()
            .Single(field => field.GetProperty("key").GetString() == "interest");
        Assert.Equal(("radio", "hot"),
            (interest.GetProperty("kind").GetString(), interest.GetProperty("options")[0].GetProperty("value").GetString()));
    }

    [Fact]
    public async Task Other_origins_stay_outside()
    {
        await using var app = await TestApp.Start();

        using var answer =
            await app.Answers(HttpMethod.Post, "/api/forms/contact/leads", Ann, headers: ("Origin", "https://evil.example"));

        Assert.Equal(201, (int)answer.StatusCode);
        Assert.DoesNotContain(answer.Headers, header =>
            header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }
}
