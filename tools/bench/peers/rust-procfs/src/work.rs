//! Works once for each line on stdin, and says on stdout what that cost: ADAPTER REPEAT LIST, where LIST is a file that
//! names a folder like /proc/PID in each line.
use procfs::process::Process;
use std::io::{BufRead, Read};
use std::panic::{catch_unwind, set_hook};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, io};

/// The size of the buffer that the crate reads with.
const BUFFER: usize = 8192;

struct Input {
    adapter: String,
    repeat: usize,
    folders: Vec<PathBuf>,
}

fn input() -> Input {
    let words: Vec<String> = env::args().collect();
    let list = fs::read_to_string(&words[3]).expect("no list of folders");
    Input {
        adapter: words[1].clone(),
        repeat: words[2].parse().expect("no number"),
        folders: list.lines().map(PathBuf::from).collect(),
    }
}

/// How many regions there are, which keeps them until they are counted.
fn regions(adapter: &str, folder: &Path) -> Option<usize> {
    let process = Process::new_with_root(folder.to_path_buf()).ok()?;
    match adapter {
        "smaps" => process.smaps().ok().map(|all| all.len()),
        _ => process.maps().ok().map(|all| all.len()),
    }
}

fn read(adapter: &str, folder: &Path) -> io::Result<()> {
    let mut buffer = [0; BUFFER];
    let mut file = fs::File::open(folder.join(adapter))?;
    while file.read(&mut buffer)? > 0 {}
    Ok(())
}

fn time(work: impl FnOnce()) -> Duration {
    let from = Instant::now();
    work();
    from.elapsed()
}

fn cost(input: &Input, allocated: &impl Fn() -> u64) -> String {
    let each = || (0..input.repeat).flat_map(|_| &input.folders);
    let (mut found, mut refused) = (0, 0);
    let before = allocated();
    let wall = time(|| {
        for folder in each() {
            match catch_unwind(|| regions(&input.adapter, folder)) {
                Ok(Some(count)) => found += count,
                _ => refused += 1,
            }
        }
    });
    let bytes = allocated() - before;
    let reading = time(|| each().for_each(|folder| drop(read(&input.adapter, folder))));
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    format!(
        r#"{{"wall":{},"read":{},"regions":{found},"refused":{refused},"allocated":{bytes}}}"#,
        ms(wall),
        ms(reading)
    )
}

pub fn serve(allocated: impl Fn() -> u64) {
    set_hook(Box::new(|_| ()));
    let input = input();
    println!("{{}}");
    for line in io::stdin().lock().lines() {
        match line.as_deref() {
            Ok("nothing") => println!("{{}}"),
            Ok(_) => println!("{}", cost(&input, &allocated)),
            Err(_) => return,
        }
    }
}
