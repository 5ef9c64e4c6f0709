using System.Data.Common;
using LeadCapture.Admin.Access;
using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Settings;
using LeadCapture.Web;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Users;

/// "LeadCapture users list" and "LeadCapture users reset EMAIL": for whoever has the machine, also while the program runs on it.
public static class UsersCommand
{
    private const string Usage = "LeadCapture users list\nLeadCapture users reset EMAIL";

    public static async Task<int> Run(string[] args)
    {
        try
        {
            return args switch
            {
                ["list", .. var rest] => await List(OfflineDb.Open(rest)),
                ["reset", var email, .. var rest] => await Reset(OfflineDb.Open(rest), email, AddressOf(rest)),
                _ => Say(Usage, 1),
            };
        }
        catch (SettingException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
        catch (DbException)
        {
            await Console.Error.WriteLineAsync(OfflineDb.NotThere);
            return 1;
        }
    }

    private static async Task<int> List(LeadDb opened)
    {
        await using var db = opened;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var blocked = await db.Tries.Where(tries => tries.Kind == TryKind.Password && tries.NextAt > now)
            .Select(tries => tries.Subject).ToListAsync();
        var users = await db.Users.AsNoTracking().OrderBy(user => user.Email).ToListAsync();
        foreach (var user in users)
            Console.WriteLine($"{user.Email}\t{user.Role}\t{user.State(blocked.Contains(user.Id))}\t"
                + (user.LastSignInAt is { } last ? last.ToString("u", InvariantCulture) : "never signed in"));
        return users.Count > 0 ? 0 : Say("No users yet. To create the first owner, open the setup link in the log.", 0);
    }

    /// Also turns the second factor off: whoever lost the phone stands here.
    private static async Task<int> Reset(LeadDb opened, string email, Uri address)
    {
        await using var db = opened;
        var name = email.ToUpperInvariant();
        if (await db.Users.SingleOrDefaultAsync(user => user.NormalizedEmail == name) is not { } user)
            return Say("No user has this email address. To list all users, run: LeadCapture users list", 1);
        if (user.Disabled)
            return Say("This user is disabled. Another admin can enable them under Users.", 1);
        var clock = TimeProvider.System;
        var path = await new Links(db, clock).New(LinkKind.Recovery, user.Id);
        db.AuditEntries.Add(new()
        {
            At = clock.GetUtcNow().UtcDateTime,
            Who = "The command line",
            Act = AuditAction.MadeLink,
            Kind = "user",
            SubjectId = user.Id.ToString(),
            Text = "for a new password, without two-factor authentication",
            Address = "",
        });
        await db.SaveChangesAsync();
        return Say("Open this link within 24 hours. It works once and turns off two-factor authentication:\n"
            + $"{address.AbsoluteUri.TrimEnd('/')}{path}", 0);
    }

    private static Uri AddressOf(string[] args) => WebOptions.Read(OfflineDb.SettingsOf(args)).PublicUrl ?? HealthCommand.AddressOf(args);

    private static int Say(string text, int exitCode)
    {
        Console.WriteLine(text);
        return exitCode;
    }
}
