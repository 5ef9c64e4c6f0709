using LeadCapture.Admin.Forms.Editing;
using LeadCapture.Admin.Forms.Notifications;
using LeadCapture.Admin.Forms.Numbers;
using LeadCapture.Admin.Forms.Publishing;

namespace LeadCapture.Admin.Forms;

public static class FormPagesRegistration
{
    public static void AddFormPages(this IServiceCollection services) =>
        services.AddScoped<FormList>().AddScoped<FormHeads>().AddScoped<NewForms>().AddScoped<EditorPages>()
            .AddScoped<NotificationPages>().AddScoped<Look.UploadedPictures>().AddScoped<FormNumbers>()
            .AddScoped<PublishPages>().AddScoped<PageWeight>();
}
