using LeadCapture.Admin.Failures;
using LeadCapture.Admin.Leads.Import;

namespace LeadCapture.Admin.Runs;

public static class RunsRegistration
{
    public static void AddRuns(this IServiceCollection services)
    {
        services.AddScoped<FixApplier>().AddScoped<RunActs>().AddScoped<RunHold>().AddScoped<Running>().AddScoped<RunPlans>().AddScoped<RunPace>();
        services.AddScoped<ImportReading>().AddScoped<Collecting>();
        services.AddScoped<RunPages>().AddScoped<RunDecisions>();
        services.AddSingleton<RunWorker>().AddHostedService(provider => provider.GetRequiredService<RunWorker>());
    }
}
