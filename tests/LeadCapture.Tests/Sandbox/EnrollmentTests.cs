using System.Net;
using LeadCapture.Sandbox;

namespace LeadCapture.Tests.Sandbox;

/// Contacts that are put in sequences and on lists.
public class EnrollmentTests
{
    private const string Enroll = "/v4/sequences/300/contact-links/bulk";
    private const string AddToList = "/v3/contact-lists/11/add-contacts";
    private const string Ann = """{"contactIds":[1001]}""";
    private const string AnnIsAdded = """{"added":[1001],"notProcessed":{}}""";

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Who_is_enrolled_is_in_the_sequence_and_counted_once(int version)
    {
        await using var sandbox = await WithAnn();

        var first = await sandbox.Posts($"/v{version}/sequences/300/contact-links/bulk", Ann);
        var again = await sandbox.Posts($"/v{version}/sequences/300/contact-links/bulk", Ann);

        Assert.Equal((HttpStatusCode.OK, AnnIsAdded), (first.Status, first.Text));
        Assert.Equal("contactAlreadyInSequence", (string?)again.Json["notProcessed"]!["1001"]!["error"]);
        Assert.Empty(again.Json["added"]!.AsArray());
        Assert.Equal((1, 1L, 0L),
            (sandbox.State.EnrolledTimes("ANN@example.com", 300), sandbox.State.Enrolled, sandbox.State.DoubledEnrollments));
        Assert.Equal((300, 1001, "ann@example.com", 1), Assert.Single(sandbox.State.Enrollments) is var one
            ? (one.SequenceId, one.ContactId, one.Email, one.Times) : default);
        Assert.Equal([100, 300], sandbox.State.SequencesOf("ann@example.com"));
        var call = sandbox.State.Calls[^1];
        Assert.Equal(("ann@example.com", 1001), (call.Contact, call.ContactId));
    }

    [Fact]
    public async Task Every_answer_about_a_contact_has_what_calls_did_with_it()
    {
        await using var sandbox = await WithAnn();
        await sandbox.Posts(Enroll, """{"contactIds":[1001],"startStepId":3002}""");
        await sandbox.Posts(AddToList, Ann);

        var contact = (await sandbox.Gets("/v4/contacts/1001")).Json;
        var found = (await sandbox.Posts("/v4/contacts/filter", """{"searchTerm":"ann@"}""")).Json["items"]![0]!;
        var sequences = (await sandbox.Gets("/v3/contacts/1001/sequences")).Json;
        var lists = (await sandbox.Gets("/v3/contacts/1001/lists")).Json;

        Assert.Equal(contact.ToJsonString(), found.ToJsonString());
        Assert.Equal((300, "Trade fair follow-up", 2),
            ((int?)contact["sequences"]![1]!["sequenceId"], (string?)contact["sequences"]![1]!["sequenceName"],
                (int?)contact["sequences"]![1]!["currentStep"]));
        Assert.Equal((11, true), ((int?)contact["lists"]![0]!["listId"], (bool?)contact["lists"]![0]!["isShared"]));
        Assert.Equal((300, 3002), ((int?)sequences[1]!["sequenceId"], (int?)sequences[1]!["currentStep"]!["stepId"]));
        Assert.Equal("""[{"id":11,"name":"Trade fair"}]""", lists.ToJsonString());
    }

    [Fact]
    public async Task A_contact_that_leaves_every_other_sequence_begins_anew_and_that_is_a_double()
    {
        await using var sandbox = await WithAnn();
        await sandbox.Posts(Enroll, Ann);
        await sandbox.Posts("/v4/sequences/400/contact-links/bulk", """{"contactIds":[1001],"removeFromExisting":true}""");
        Assert.Equal([400], sandbox.State.SequencesOf("ann@example.com"));

        var reply = await sandbox.Posts("/v4/sequences/400/contact-links/bulk", """{"contactIds":[1001],"removeFromExisting":true}""");

        Assert.Equal(AnnIsAdded, reply.Text);
        Assert.Equal((2, 1L), (sandbox.State.EnrolledTimes("ann@example.com", 400), sandbox.State.DoubledEnrollments));
        Assert.Equal([300, 400], sandbox.State.Enrollments.Select(one => one.SequenceId));
    }

    [Fact]
    public async Task Who_is_taken_out_is_out_also_of_a_sequence_of_the_rules()
    {
        await using var sandbox = await WithAnn();
        await sandbox.Posts(Enroll, Ann);

        var left = await sandbox.Posts("/v4/sequences/300/contact-links/bulk-delete", """{"contactIds":[1001,1002]}""");
        var again = await sandbox.Posts("/v3/sequences/300/contact-links/bulk-delete", Ann);
        await sandbox.Posts("/v3/sequences/100/contact-links/bulk-delete", Ann);

        Assert.Equal("""{"requested":2,"removed":1,"notFound":1,"notInSequence":0,"removedIds":[1001]}""", left.Text);
        Assert.Equal("""{"requested":1,"removed":0,"notFound":0,"notInSequence":1,"removedIds":[]}""", again.Text);
        Assert.Empty(sandbox.State.SequencesOf("ann@example.com"));
        await sandbox.Creates("""{"email":"ann@example.com","title":"CEO"}""");
        Assert.Equal([200], sandbox.State.SequencesOf("ann@example.com"));
        Assert.Equal(1, sandbox.State.EnrolledTimes("ann@example.com", 300));
    }

    [Fact]
    public async Task A_list_answers_only_those_who_were_not_added()
    {
        await using var sandbox = await WithAnn();

        var first = await sandbox.Posts(AddToList, """{"contactIds":[1001,1002]}""");
        var again = await sandbox.Posts(AddToList, Ann);

        Assert.Equal("""{"1002":{"error":8,"errorDetails":"Contact 1002 was not processed."}}""", first.Text);
        Assert.Equal((HttpStatusCode.OK, "{}"), (again.Status, again.Text));
        Assert.Equal([11], sandbox.State.ListsOf("ann@example.com"));
    }

    [Theory]
    [InlineData("/v4/sequences/300/contact-links/bulk", """{"contactIds":[1002]}""", "contactNotFound")]
    [InlineData("/v4/sequences/100/contact-links/bulk", Ann, "contactAlreadyInSequence")]
    public async Task A_contact_that_cannot_be_enrolled_has_a_word_of_its_own(string path, string body, string error)
    {
        await using var sandbox = await WithAnn();

        var reply = await sandbox.Posts(path, body);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(error, (string?)reply.Json["notProcessed"]!.AsObject().Single().Value!["error"]);
        Assert.Equal(0, sandbox.State.Enrolled);
    }

    [Fact]
    public async Task Who_opted_out_is_enrolled_no_more()
    {
        await using var sandbox = await WithAnn();

        Assert.True(sandbox.State.OptOut("Ann@example.com"));
        Assert.False(sandbox.State.OptOut("bob@example.com"));
        var reply = await sandbox.Posts(Enroll, """{"contactIds":[1001],"removeFromExisting":true}""");

        Assert.Equal("contactOptedOut", (string?)reply.Json["notProcessed"]!["1001"]!["error"]);
        Assert.True((bool?)(await sandbox.Gets("/v4/contacts/1001")).Json["isOptedOut"]);
        Assert.Equal([100], sandbox.State.SequencesOf("ann@example.com"));
    }

    [Theory]
    [InlineData("/v4/sequences/999/contact-links/bulk", HttpStatusCode.NotFound)]
    [InlineData("/v3/sequences/999/contact-links/bulk-delete", HttpStatusCode.NotFound)]
    [InlineData("/v3/contact-lists/999/add-contacts", HttpStatusCode.NotFound)]
    [InlineData("/v4/contact-lists/11/add-contacts", HttpStatusCode.NotFound)]
    [InlineData("/v4/sequences/500/contact-links/bulk", HttpStatusCode.BadRequest)]
    public async Task What_is_not_there_or_archived_is_a_problem(string path, HttpStatusCode status)
    {
        await using var sandbox = await WithAnn();

        var reply = await sandbox.Posts(path, Ann);

        Assert.Equal((status, "application/problem+json"), (reply.Status, reply.Type));
        Assert.Empty(sandbox.State.Enrollments);
    }

    [Theory]
    [InlineData("[1001]", "")]
    [InlineData("{}", "/contactIds")]
    [InlineData("""{"contactIds":1001}""", "/contactIds")]
    [InlineData("""{"contactIds":[]}""", "/contactIds")]
    [InlineData("""{"contactIds":[1001,"1002"]}""", "/contactIds/1")]
    [InlineData("""{"contactIds":[0]}""", "/contactIds/0")]
    [InlineData("""{"contactIds":[1001],"forcePush":true}""", "/forcePush")]
    [InlineData("""{"contactIds":[1001],"removeFromExisting":"yes"}""", "/removeFromExisting")]
    [InlineData("""{"contactIds":[1001],"startStepId":"3001"}""", "/startStepId")]
    [InlineData("""{"contactIds":[1001],"startStepId":3009}""", "/startStepId")]
    [InlineData("""{"contactIds":[1001],"startFrom":"soon"}""", "/startFrom")]
    public async Task A_wrong_body_is_refused_with_a_pointer(string body, string wrong)
    {
        await using var sandbox = await WithAnn();

        var reply = await sandbox.Posts(Enroll, body);

        Assert.Equal((HttpStatusCode.BadRequest, wrong), (reply.Status, reply.Pointer));
        Assert.Empty(sandbox.State.Enrollments);
    }

    [Theory]
    [InlineData("""{"contactIds":[1001],"startStepId":null,"ignoreStepDelay":true,"startFrom":"2026-12-01T08:00:00Z"}""", "300")]
    [InlineData("""{"contactIds":[1001]}""", "400")]
    public async Task Everything_on_the_page_of_the_call_is_taken_and_a_paused_sequence_too(string body, string sequence)
    {
        await using var sandbox = await WithAnn();

        Assert.Equal(AnnIsAdded, (await sandbox.Posts($"/v4/sequences/{sequence}/contact-links/bulk", body)).Text);
    }

    [Fact]
    public async Task The_account_lists_its_sequences_and_lists_with_what_was_made_since()
    {
        await using var sandbox = await SandboxClient.Start();
        await sandbox.Creates("""{"email":"ann@example.com","customFields":[{"key":"leadSource","value":"Fair"}]}""");
        var sequence = sandbox.State.AddSequence("Spring");
        var list = sandbox.State.AddList("Partners", isShared: true);

        var sequences = (await sandbox.Gets("/v3/sequences")).Json["items"]!.AsArray();
        var lists = (await sandbox.Gets("/v3/contact-lists?top=100")).Json;

        Assert.Equal(
            [(100, "Active", false), (200, "Active", false), (300, "Active", false), (400, "Paused", false), (500, "Paused", true),
                (sequence, "Active", false)],
            sequences.Select(one => ((int)one!["id"]!, (string?)one["status"], (bool)one["isArchived"]!)));
        Assert.Equal(
            [(10, "Call back", false), (11, "Trade fair", true), (12, "Newsletter", false), (20, "Source: Fair", true), (list, "Partners", true)],
            lists["items"]!.AsArray().Select(one => ((int)one!["id"]!, (string?)one["name"], (bool)one["isShared"]!)));
        Assert.False((bool)lists["hasMore"]!);
    }

    [Fact]
    public async Task What_is_removed_or_archived_takes_nobody_any_more_until_a_reset()
    {
        await using var sandbox = await WithAnn();
        await sandbox.Posts(Enroll, Ann);
        await sandbox.Posts(AddToList, Ann);

        Assert.True(sandbox.State.RemoveSequence(300) && sandbox.State.RemoveList(11) && sandbox.State.ChangeSequence(400, SequenceState.Archived));
        Assert.False(sandbox.State.RemoveSequence(100) || sandbox.State.RemoveSequence(300) || sandbox.State.RemoveList(11)
            || sandbox.State.ChangeSequence(300, SequenceState.Paused));

        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.Posts(Enroll, Ann)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.Posts(AddToList, Ann)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.Posts("/v4/sequences/400/contact-links/bulk", Ann)).Status);
        Assert.Equal([100], sandbox.State.SequencesOf("ann@example.com"));
        Assert.Empty(sandbox.State.ListsOf("ann@example.com"));

        sandbox.State.Reset();
        await sandbox.Creates(SandboxClient.Ann);
        Assert.Empty(sandbox.State.Enrollments);
        Assert.Equal((0L, AnnIsAdded), (sandbox.State.Enrolled, (await sandbox.Posts(Enroll, Ann)).Text));
    }

    internal static async Task<SandboxClient> WithAnn()
    {
        var sandbox = await SandboxClient.Start();
        await sandbox.Creates(SandboxClient.Ann);
        return sandbox;
    }
}
