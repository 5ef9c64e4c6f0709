using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Web;

/// Ready means that a lead can be stored.
public class ReadyTests
{
    [Fact]
    public async Task A_program_whose_store_takes_no_leads_is_not_ready()
    {
        if (!TestApp.OnPostgreSql)
        {
            await WithAFullDisk();
            return;
        }
        await using var app = await TestApp.Start();
        Assert.Equal(200, await StatusOf(app.Visitor));
        await app.BecomesReadOnly();

        using var lead = await app.Posts("/f/contact", Visits.Email);

        Assert.Equal(503, (int)lead.StatusCode);
        await Says(503, app.Visitor);
        await app.BecomesReadOnly(false);
        await Says(200, app.Visitor);
    }

    /// No file of the program may grow over a megabyte, its write-ahead log neither.
    private static async Task WithAFullDisk()
    {
        await using var data = await TestApp.Start();
        await data.Stop();
        await using var program = await TestProgram.StartWithin(megabytes: 1, data);
        Assert.Equal(200, await StatusOf(program.Visitor));

        var status = 303;
        for (var number = 1; status == 303 && number < 1000; number++)
            status = await program.Posts($"lead{number}@example.com", notes: new string('x', 4000));

        Assert.Equal(503, status);
        await Says(503, program.Visitor);
    }

    /// An answer is as old as a quarter of a second.
    private static Task Says(int status, HttpClient visitor) =>
        TestApp.Eventually(async () => await StatusOf(visitor) == status, $"/health/ready with {status}");

    private static async Task<int> StatusOf(HttpClient visitor)
    {
        using var answer = await visitor.GetAsync(
            new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
