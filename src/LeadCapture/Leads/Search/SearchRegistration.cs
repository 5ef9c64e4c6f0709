namespace LeadCapture.Leads.Search;

public static class SearchRegistration
{
    public static void AddLeadSearch(this IServiceCollection services) =>
        services.AddSingleton<LeadIndex>().AddHostedService<LeadIndexer>();
}
