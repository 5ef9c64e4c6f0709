using LeadCapture.Admin.Failures;
using LeadCapture.Admin.Leads.Import;
using LeadCapture.Admin.Leads.NewLeads;

namespace LeadCapture.Admin.Runs;

public static class RunsRegistration
{
    public static void AddRuns(this IServiceCollection services)
    {
        services.AddScoped<FixApplier>().AddScoped<RunActs>().AddScoped<RunHold>().AddScoped<RunProcessor>();
        services.AddScoped<RunPlans>().AddScoped<RunPace>();
        services.AddScoped<NewLeadReading>().AddScoped<TakingIn>().AddScoped<ImportReading>().AddScoped<RunMemberCollector>();
        services.AddScoped<RunPages>().AddScoped<RunDecisions>();
        services.AddSingleton<RunWorker>().AddHostedService(provider => provider.GetRequiredService<RunWorker>());
    }
}
