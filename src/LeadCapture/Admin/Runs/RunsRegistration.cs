using LeadCapture.Admin.Failures;

namespace LeadCapture.Admin.Runs;

public static class RunsRegistration
{
    public static void AddRuns(this IServiceCollection services)
    {
        services.AddScoped<Fixing>().AddScoped<RunActs>().AddScoped<Running>().AddScoped<RunPlans>().AddScoped<RunPace>();
        services.AddScoped<RunPages>().AddScoped<RunDecisions>();
        services.AddSingleton<RunWorker>().AddHostedService(provider => provider.GetRequiredService<RunWorker>());
    }
}
