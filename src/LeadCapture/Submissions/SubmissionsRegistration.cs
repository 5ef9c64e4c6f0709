using LeadCapture.Submissions.ApiKeys;
using LeadCapture.Submissions.Spam;

namespace LeadCapture.Submissions;

public static class SubmissionsRegistration
{
    public static void AddSubmissions(this IServiceCollection services)
    {
        services.AddSpamCheck().AddSingleton<SubmissionMeter>()
            .AddSingleton<PostLimit>().AddSingleton<Clicks>().AddSingleton<FormDoor>().AddSingleton<SubmissionService>();
        services.AddSingleton<KeyRegister>().AddSingleton<KeyLimit>();
        services.AddSingleton<KeyUse>().AddHostedService(provider => provider.GetRequiredService<KeyUse>());
    }
}
