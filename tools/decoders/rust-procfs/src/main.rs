//! Prints as JSON what the procfs crate says about a text of maps or smaps on stdin.
use procfs::process::{MMapPath, MemoryMap, MemoryMapData, Process};
use procfs::ProcResult;
use serde_json::{json, Value};
use std::path::PathBuf;
use std::{env, fs, io};

/// The crate reads a folder like /proc/PID only, which goes again even if the crate panics.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn folder_with(file: &str) -> io::Result<Folder> {
    let parent = Folder(env::temp_dir().join(format!("rust-procfs-{}", std::process::id())));
    fs::create_dir_all(parent.0.join("1"))?;
    io::copy(
        &mut io::stdin(),
        &mut fs::File::create(parent.0.join("1").join(file))?,
    )?;
    Ok(parent)
}

fn pathname(path: &MMapPath) -> String {
    match path {
        MMapPath::Path(path) => path.to_string_lossy().into_owned(),
        MMapPath::Heap => "[heap]".into(),
        MMapPath::Stack => "[stack]".into(),
        MMapPath::TStack(thread) => format!("[stack:{thread}]"),
        MMapPath::Vdso => "[vdso]".into(),
        MMapPath::Vvar => "[vvar]".into(),
        MMapPath::Vsyscall => "[vsyscall]".into(),
        MMapPath::Anonymous => "".into(),
        MMapPath::Vsys(key) => format!("/SYSV{key:08x} (deleted)"),
        MMapPath::Other(name) => format!("[{name}]"),
    }
}

fn region(map: &MemoryMap) -> Value {
    let mut region = json!({
        "start": format!("{:x}", map.address.0),
        "end": format!("{:x}", map.address.1),
        "offset": format!("{:x}", map.offset),
        "device": { "major": map.dev.0, "minor": map.dev.1 },
        "inode": map.inode.to_string(),
        "pathname": pathname(&map.pathname),
    });
    if !map.perms.is_empty() {
        region["perms"] = json!(map.perms);
    }
    region
}

fn region_with_counters((map, data): &(MemoryMap, MemoryMapData)) -> Value {
    let mut region = region(map);
    region["counters"] = data
        .map
        .iter()
        .map(|(name, value)| (name.clone(), json!(value.to_string())))
        .collect();
    if let Some(flags) = data.vm_flags {
        let names = format!("{flags:?}").to_lowercase();
        region["vmFlags"] = names.split(" | ").filter(|name| name.len() == 2).collect();
    }
    region
}

fn decode(adapter: &str) -> ProcResult<Value> {
    let folder = folder_with(adapter).expect("no folder for the text");
    let process = Process::new_with_root(folder.0.join("1"))?;
    Ok(match adapter {
        "smaps" => process.smaps()?.iter().map(region_with_counters).collect(),
        _ => process.maps()?.iter().map(region).collect(),
    })
}

fn main() {
    let said = |name: &str| env::var(name).unwrap_or_default();
    if said("MEMMAPS_DIALECT").starts_with("rollup") {
        eprintln!("procfs 0.14 reads no smaps_rollup");
        std::process::exit(1);
    }
    match decode(&said("MEMMAPS_ADAPTER")) {
        Ok(regions) => println!("{regions}"),
        Err(error) => {
            eprintln!("{error}");
            std::process::exit(1);
        }
    }
}
