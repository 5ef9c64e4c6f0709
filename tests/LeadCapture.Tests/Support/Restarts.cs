namespace LeadCapture.Tests.Support;

/// Programs that follow each other on the same data, or stand side by side.
internal static class Restarts
{
    /// The same data under another program, once this one has ended.
    public static async Task<TestApp> StartsAgain(this TestApp app)
    {
        await app.Stop();
        return await TestApp.Start(new TestAppPlan { Continues = app });
    }

    /// Another program on the same data; on SQLite, the same one.
    public static async Task<TestApp> Beside(this TestApp app)
    {
        if (TestApp.OnPostgreSql)
            return await TestApp.Start(new TestAppPlan { Continues = app, OwnsData = false });
        await app.Opens("/f/landing-page?utm_source=mail");
        await app.Stop();
        return await TestApp.Start(new TestAppPlan { Continues = app, OwnsData = false });
    }
}
