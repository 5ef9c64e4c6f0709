using LeadCapture.Forms.Numbers;
using LeadCapture.Forms.Themes;

namespace LeadCapture.Forms;

public static class FormsRegistration
{
    public static void AddForms(this IServiceCollection services) =>
        services.AddSingleton<FormCatalog>().AddScoped<Drafts>().AddScoped<Publisher>().AddScoped<FormImport>()
            .AddSingleton<Looks>().AddSingleton<PictureReading>().AddSingleton<FormCounter>().AddHostedService<CountWriter>()
            .AddHostedService<PictureSweep>();
}
