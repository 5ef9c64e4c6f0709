using LeadCapture.Forms;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Submissions;

/// The puzzle that a page's script solves. Without a solution nobody is turned away.
public class ProofTests
{
    [Fact]
    public async Task A_form_that_asks_for_proof_holds_what_comes_without_it()
    {
        await using var app = await TestApp.Start();
        await Asks(app, ProofMode.Always);
        var (own, other) = (await app.Stamp(), await app.Stamp());

        await app.IsThanked("/f/contact", ("email", "none@example.com"), await app.Stamp());
        await app.IsThanked("/f/contact", ("email", "wrong@example.com"), await app.Stamp(), ("proof", "1"));
        await app.IsThanked("/f/contact", ("email", "others@example.com"), other, SpamSteps.Proof(own.Value));
        await app.IsThanked("/f/contact", ("email", "ann@example.com"), own, SpamSteps.Proof(own.Value));
        await app.Creates("""{"email": "program@example.com"}""");

        await app.IsDelivered("ann@example.com");
        foreach (var held in (string[])["none", "wrong", "others", "program"])
            Assert.Equal(["NoProof"], await app.SignsOf(held + "@example.com"));
    }

    [Fact]
    public async Task A_solution_counts_for_few_posts()
    {
        await using var app = await TestApp.Start();
        await Asks(app, ProofMode.Always);
        var stamp = await app.Stamp();
        var proof = SpamSteps.Proof(stamp.Value);

        foreach (var number in Enumerable.Range(1, 4))
            await app.IsThanked("/f/contact", ("email", $"visitor{number}@example.com"), stamp, proof);

        await app.IsDelivered("visitor3@example.com");
        Assert.Equal(["NoProof", "ReusedStamp"], await app.SignsOf("visitor4@example.com"));
    }

    [Fact]
    public async Task Where_it_decides_about_the_suspicious_other_signs_count_half_again()
    {
        await using var app = await TestApp.Start();
        var text = ("notes", "Our casino: https://a.example");
        await app.IsThanked("/f/contact", ("email", "before@example.com"), text, await app.Stamp());
        await Asks(app, ProofMode.Suspicious);
        var stamp = await app.Stamp();

        await app.IsThanked("/f/contact", ("email", "plain@example.com"), await app.Stamp());
        await app.IsThanked("/f/contact", ("email", "proved@example.com"), text, stamp, SpamSteps.Proof(stamp.Value));
        await app.IsThanked("/f/contact", ("email", "bare@example.com"), text, await app.Stamp());

        foreach (var sent in (string[])["before", "plain", "proved"])
            await app.IsDelivered(sent + "@example.com");
        Assert.Equal(["Words", "NoProof", "Links"], await app.SignsOf("bare@example.com"));
    }

    [Fact]
    public async Task The_page_has_a_puzzle_only_where_its_form_asks_for_it_and_a_small_worker_for_it()
    {
        await using var app = await TestApp.Start();
        var without = await app.Opens("/f/contact");
        await Asks(app, ProofMode.Suspicious);
        var with = (await app.Opens("/f/contact")).Html.QuerySelector("[name=proof]")!;

        Assert.Null(without.Html.QuerySelector("[data-puzzle], [name=proof]"));
        Assert.Equal("17", with.GetAttribute("data-puzzle"));
        using var worker = await app.Answers(HttpMethod.Get, with.GetAttribute("data-worker")!);
        Assert.InRange((await worker.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, 1, 3 * 1024);
    }

    /// What was wrong is corrected in a moment, and the puzzle was solved before.
    [Fact]
    public async Task A_page_that_is_shown_again_keeps_its_stamp_and_its_solution()
    {
        await using var app = await TestApp.Start();
        await Asks(app, ProofMode.Always);
        var stamp = await app.Stamp();

        var again = await app.Sends("/f/contact", ("email", "ann@"), stamp, ("proof", "42"));

        Assert.Equal((422, stamp.Value, "42"), (again.Status, again.ValueOf("stamp"), again.ValueOf("proof")));
    }

    private static Task Asks(TestApp app, ProofMode mode) =>
        app.Publishes("contact", form => form with { Spam = new() { ProofOfWork = mode } });
}
