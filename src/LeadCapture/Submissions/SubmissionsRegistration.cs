namespace LeadCapture.Submissions;

public static class SubmissionsRegistration
{
    public static void AddSubmissions(this IServiceCollection services) =>
        services.AddSingleton<SubmissionMeter>()
            .AddSingleton<PostLimit>().AddSingleton<Clicks>().AddSingleton<FormDoor>().AddSingleton<SubmissionService>();
}
