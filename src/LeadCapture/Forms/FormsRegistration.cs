using LeadCapture.Forms.Numbers;

namespace LeadCapture.Forms;

public static class FormsRegistration
{
    public static void AddForms(this IServiceCollection services) =>
        services.AddSingleton<FormCatalog>().AddScoped<Drafts>().AddScoped<Publisher>().AddScoped<FormImport>()
            .AddSingleton<FormCounter>().AddHostedService<CountWriter>();
}
