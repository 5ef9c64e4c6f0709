using System.Diagnostics;
using LeadCapture.Benchmarks.Processes;
using LeadCapture.Data;
using LeadCapture.Leads.Search;

namespace LeadCapture.Benchmarks.Scale;

/// What a lead takes in PostgreSQL, table by table and index by index: as it was written once, without what updates leave behind.
public static class SizesCommand
{
    private const string SizesSql = """
        SELECT relation.relname, coalesce(on_table.relname, ''), pg_relation_size(relation.oid), pg_relation_size(relation.oid, 'fsm')
            + pg_relation_size(relation.oid, 'vm') + coalesce(pg_total_relation_size(nullif(relation.reltoastrelid, 0)), 0)
        FROM pg_class AS relation LEFT JOIN pg_index ON pg_index.indexrelid = relation.oid
        LEFT JOIN pg_class AS on_table ON on_table.oid = pg_index.indrelid
        WHERE relation.relkind IN ('r', 'i') AND coalesce(on_table.relname, relation.relname)
            IN ('leads', 'deliveries', 'attempts', 'search_entries')
        ORDER BY coalesce(on_table.relname, relation.relname), on_table.relname IS NOT NULL, 3 DESC
        """;

    public static async Task<int> Run(Arguments arguments)
    {
        using var scratch = new Scratch();
        var leads = arguments.Whole("leads", 1_000_000);
        await using var scale = await ScaleStore.Create(StoreKind.PostgreSql, scratch);
        await using (var store = new PostgreSqlStore(scale.Options.ConnectionString))
            await new LeadIndex(store).Prepare();
        var since = Stopwatch.StartNew();
        await scale.Fill(new SizesData(leads, DateTime.UtcNow).Tables);
        Console.WriteLine(string.Create(InvariantCulture, $"{leads:N0} leads, written in {since.Elapsed.TotalSeconds:0} s. Bytes a lead:"));
        await Print(scale, leads);
        if (arguments.Switch("hold"))
            await Hold(scale.Options.ConnectionString);
        return 0;
    }

    /// For whoever wants to ask this database more.
    private static async Task Hold(string connectionString)
    {
        Console.WriteLine($"{connectionString}\nEnter ends it.");
        await Console.In.ReadLineAsync();
    }

    private static async Task Print(ScaleStore scale, int leads)
    {
        await using var source = Database.Open(StoreKind.PostgreSql, scale.Options.ConnectionString);
        var sizes = await Database.Query(source, SizesSql, row =>
            (Name: row.GetString(0), Table: row.GetString(1), Bytes: row.GetInt64(2), Beside: row.GetInt64(3)));
        foreach (var (name, table, bytes, beside) in sizes)
            Console.WriteLine(string.Create(InvariantCulture,
                $"  {(table == "" ? "" : "  ") + name,-44}{(double)bytes / leads,8:0.0}  + {(double)beside / leads:0.0} beside"));
        var all = (double)sizes.Sum(size => size.Bytes + size.Beside) / leads;
        Console.WriteLine(string.Create(InvariantCulture, $"  {"all",-44}{all,8:0.0}"));
    }
}
