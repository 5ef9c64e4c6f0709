using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeadCapture.Catalogue;

public static class CatalogueRegistration
{
    public static void AddCatalogue(this IServiceCollection services)
    {
        services.TryAddSingleton(CatalogueSchedule.Nightly);
        services.AddSingleton<ReplyIoCatalogue>().AddSingleton<MappingDrift>().AddHostedService<CatalogueWatch>();
        services.AddScoped<FormMapping>();
    }
}
