using LeadCapture;
using LeadCapture.Admin.Forms;
using LeadCapture.Admin.Users;
using LeadCapture.Data;
using LeadCapture.Settings;
using LeadCapture.Web;
using Microsoft.AspNetCore.Connections;

PrivateFiles.MakeAll();
if (args is ["health", .. var rest])
    return await HealthCommand.Run(rest);
if (args is ["users", .. var order])
    return await UsersCommand.Run(order);
if (args is ["forms", .. var work])
    return await FormsCommand.Run(work);
try
{
    await using var app = await LeadCaptureApp.Start(args, builder => TemporaryFiles.Keep(builder.Configuration));
    // What only the start needed goes back to the machine, once visitors are let in: a quiet program would keep it for ever.
    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (SettingException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}
catch (IOException taken) when (taken.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync("urls: expected an address that no other program is using.");
    return 1;
}
