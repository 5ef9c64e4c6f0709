using LeadCapture.Submissions.Spam;

namespace LeadCapture.Submissions;

public static class SubmissionsRegistration
{
    public static void AddSubmissions(this IServiceCollection services) =>
        services.AddSpamCheck().AddSingleton<SubmissionMeter>()
            .AddSingleton<PostLimit>().AddSingleton<Clicks>().AddSingleton<FormDoor>().AddSingleton<SubmissionService>();
}
