namespace LeadCapture.Tests.Localization;

/// Whoever translates finds every text in the resources, and none that nobody reads.
public class ResourceTests
{
    /// dotnet run --project tests/LeadCapture.Tests -- --filter-class '*ResourceTests', with this set, writes the files.
    private static bool Writes => Environment.GetEnvironmentVariable("LEADCAPTURE_WRITE_TEXTS") == "1";

    public static TheoryData<string> Names => [.. SourceTexts.All.Select(texts => texts.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_resources_hold_each_text_of_the_code_and_no_other(string name)
    {
        var texts = SourceTexts.All.Single(texts => texts.Name == name);
        if (Writes)
            texts.WriteResources();

        Assert.NotEmpty(texts.InCode());
        Assert.Equal(texts.InCode(), texts.InResources().Select(entry => entry.Key));
    }
}
