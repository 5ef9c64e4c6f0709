using System.Data.Common;
using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Settings;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Forms;

/// "LeadCapture forms …": takes forms out as files and in again, also while the program runs.
public static class FormsCommand
{
    private const string Who = "The command line";
    private const string Publish = "--publish";
    private const int LargestFile = 1024 * 1024;

    private const string Usage =
        """
        LeadCapture forms list
        LeadCapture forms export SLUG
        LeadCapture forms import FILE [--publish]
        LeadCapture forms schema
        """;

    public static async Task<int> Run(string[] args)
    {
        var publish = args.Contains(Publish);
        try
        {
            return args.Where(word => word != Publish).ToArray() switch
            {
                ["list", .. var rest] => await List(OfflineDb.Open(rest)),
                ["export", var slug, .. var rest] => await Export(OfflineDb.Open(rest), slug),
                ["import", var file, .. var rest] => await Import(() => OfflineDb.Open(rest), file, publish),
                ["schema"] => Say(FormSchema.Write()),
                _ => await Refuse(Usage),
            };
        }
        catch (Exception wrong) when (wrong is SettingException or FormException)
        {
            return await Refuse(wrong.Message);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return await Refuse("The file can't be read. Check its path and permissions.");
        }
        catch (DbException)
        {
            return await Refuse(OfflineDb.NotThere);
        }
    }

    private static async Task<int> List(LeadDb opened)
    {
        await using var db = opened;
        var drafts = new Drafts(db, TimeProvider.System);
        foreach (var slug in await db.Forms.Select(form => form.Slug).OrderBy(slug => slug).ToListAsync())
            if (await drafts.Find(slug) is { } draft)
                Console.WriteLine($"{slug}\t{StateOf(draft)}\t{draft.Definition.Title}");
        return 0;

        static string StateOf(Draft draft) => draft.Published is null ? "not published"
            : $"published, version {draft.Form.PublishedVersion}{(draft.HasChanges ? "; has draft changes" : "")}";
    }

    /// As it is published; the draft where nothing is.
    private static async Task<int> Export(LeadDb opened, string slug)
    {
        await using var db = opened;
        if (await new Drafts(db, TimeProvider.System).Find(slug) is not { } draft)
            return await Refuse("There is no form with this slug. See: LeadCapture forms list");
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(FormJson.WriteFile(slug, draft.Published ?? draft.Definition)));
        return 0;
    }

    private static async Task<int> Import(Func<LeadDb> open, string file, bool publish)
    {
        if (new FileInfo(file).Length > LargestFile)
            return await Refuse("This file is larger than 1 MB, so it is not a form.");
        var definition = FormJson.ReadFile(await File.ReadAllTextAsync(file));
        if (definition.Slug is not { } slug)
            return await Refuse("slug: The file does not say which form it is. Add a slug, like \"slug\": \"fair\"");
        if (FormDefinitionRules.ProblemsOf(definition) is { Count: > 0 } problems)
            return await Refuse(string.Join('\n', problems.Select(problem => $"{problem.Place}: {problem.Problem}")));
        await using var db = open();
        var clock = TimeProvider.System;
        var number = await new FormImport(db, new(db, clock), new(db, clock)).Add(slug, definition, publish, Who);
        db.AuditEntries.Add(new()
        {
            At = clock.GetUtcNow().UtcDateTime,
            Who = Who,
            Act = publish ? AuditAction.PublishedForm : AuditAction.ImportedForm,
            Kind = "form",
            SubjectId = slug,
            Text = publish ? $"version {number}" : "draft",
            Address = "",
        });
        await db.SaveChangesAsync();
        return Say(publish
            ? $"Version {number} of {slug} is published. Visitors see it within 10 seconds.\n"
            : $"The draft of {slug} is saved. To publish it, import it again with --publish.\n");
    }

    private static int Say(string text)
    {
        Console.Write(text);
        return 0;
    }

    private static async Task<int> Refuse(string text)
    {
        await Console.Error.WriteLineAsync(text);
        return 1;
    }
}
