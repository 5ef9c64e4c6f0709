using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Localization;

/// Small images leave ICU out and say so in the environment.
public class NoIcuTests
{
    [Fact]
    public async Task Without_ICU_the_program_runs_in_English()
    {
        await using var data = await TestApp.Start();
        await data.Stop();
        await using var program = await TestProgram.StartIn(("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"), data);

        var page = await program.Visitor.GetStringAsync(new Uri("/f/contact", UriKind.Relative), TestContext.Current.CancellationToken);
        await program.Submits("ann@example.com");

        Assert.Contains("Email address", page, StringComparison.Ordinal);
    }
}
